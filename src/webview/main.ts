import './grid/grid.css';
import './page/page.css';
import type { FromWebview } from '../protocol';
import { afterPaint, createShell, openPreview, readState, Timing } from './page';
import type { Preview } from './page';
import { requestPreview, windowTransport } from './sync';
import type { VSCodeApi } from './sync';

declare function acquireVsCodeApi(): VSCodeApi;

/*
 * The first part of the page: what the first rows of a large file need to be seen. The rest, most of the page, is read
 * when they have been painted; of other files at once. Until then nobody can enter anything, so that nothing gets lost
 * between the parts.
 */
const timing = new Timing();
timing.started();
const api = acquireVsCodeApi();
const transport = windowTransport(api);
const root = document.getElementById('notebook') ?? document.body;
const shell = createShell(root);
void open();

async function open(): Promise<void> {
  // The host has said so with the page itself: to ask it would keep a small file waiting.
  const isLarge = root.dataset['preview'] !== undefined;
  const preview = isLarge ? await firstRows() : null;
  try {
    const { NotebookPage } = await import('./rest');
    new NotebookPage({ root, shell, api, timing, preview }).connect();
  } catch (error) {
    preview?.dispose();
    shell.showFailure({ openAsText: () => tell({ type: 'openAsText', offset: 0 }) });
    tell({ type: 'log', level: 'error', message: `The rest of the page was not loaded: ${String(error)}` });
  }
}

function tell(message: FromWebview): void {
  transport.post(message);
}

/** Shows the first rows; resolves once they are painted, or when other rows are to be seen first. */
async function firstRows(): Promise<Preview | null> {
  const message = await requestPreview(transport, (isSilent) => shell.showSilence(isSilent));
  if (message === null) return null;
  const preview = openPreview(shell, message, readState(api, message.view));
  if (preview === null) return null;
  shell.setStage('preview');
  timing.rowsDrawn();
  await new Promise<void>(afterPaint);
  return preview;
}
