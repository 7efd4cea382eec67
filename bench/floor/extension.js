// The least a custom editor can be: like the notebook it is on one of VS Code's text documents; its page is one line.
// And a command that tells the memory of the process in which the extensions are.
const { writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const vscode = require('vscode');

/** The mark it leaves as soon as it has been painted, for the benchmark to read. */
const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-floor'">
<title>Floor</title>
</head>
<body>
<p>One line.</p>
<script nonce="floor">
  // The least that a key can change.
  let lines = 1;
  addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') document.querySelector('p').textContent = ++lines + ' lines.';
  });
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => performance.mark('floor:painted');
    channel.port2.postMessage(null);
  });
</script>
</body>
</html>`;

exports.activate = function activate(context) {
  const editor = {
    resolveCustomTextEditor(_document, { webview }) {
      webview.options = { enableScripts: true };
      webview.html = page;
    },
  };
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider('bench.floor', editor),
    vscode.commands.registerCommand('bench.memory', tellMemory),
  );
};

/** Writes what all extensions of this window keep in memory, without the garbage, into the folder that is open. */
function tellMemory() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, '.memory.json').fsPath;
  writeFileSync(file, JSON.stringify({ bytes: heapUsed + arrayBuffers }));
}
