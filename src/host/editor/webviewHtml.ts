import * as vscode from 'vscode';

/** Where the page's files are, under the extension's folder. */
const PAGE_FOLDERS = [['dist', 'webview'], ['media']] as const;

/**
 * Loads the page into a webview, which may load files of the extension and nothing else.
 *
 * @param hasPreview the page is to show the first rows before it reads the rest of itself and of the file
 */
export function loadPage(webview: vscode.Webview, extensionUri: vscode.Uri, hasPreview: boolean): void {
  const localResourceRoots = PAGE_FOLDERS.map((folder) => vscode.Uri.joinPath(extensionUri, ...folder));
  webview.options = {
    enableScripts: true,
    localResourceRoots,
    // The way out when the extension host is gone, and with it everybody a message could reach.
    enableCommandUris: ['workbench.action.reloadWindow'],
  };
  webview.html = pageHtml(webview, extensionUri, createNonce(), hasPreview);
}

/**
 * The page as VS Code loads it. It holds nothing of the document, not even its name: the text comes by
 * message and is only ever data. Nothing may be loaded or run but what is listed in the policy: one script with the
 * parts that it loads itself, style sheets and fonts of the extension, and pictures that the page writes itself.
 */
function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  nonce: string,
  hasPreview: boolean,
): string {
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    // A chart becomes a PNG by way of a picture that the page itself wrote.
    'img-src data:',
    // The first directive says nothing about these two.
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // Each is asked for at once, not when the one that needs it has come.
  const parts = hasPreview ? ['chunk.js'] : ['chunk.js', 'rest.js'];
  const preloads = parts.map((name) => `<link rel="modulepreload" nonce="${nonce}" href="${file(name)}">`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('notebook.css')}">
${preloads.join('\n')}
<title>Retention Notebook</title>
</head>
<body>
<div id="notebook"${hasPreview ? ' data-preview' : ''}></div>
<script type="module" nonce="${nonce}" src="${file('notebook.js')}"></script>
</body>
</html>`;
}

/** A value nobody can guess, for one page load. */
function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
