/**
 * The other half of the notebook page, for tests in a plain browser: it keeps the text as VS Code would, with
 * undo and redo. It runs in the browser, before the page. Text and the page's state outlast a reload.
 */
import type { TextEdit } from '../../../src/core';
import { applyEdits, sortEdits } from '../../../src/core';
import type { FromWebview, SavePictureMessage, ToWebview } from '../../../src/protocol';
import { PROTOCOL_VERSION } from '../../../src/protocol';

export interface FakeHost {
  readonly text: string;
  /** The names of the edits, in the order they came. */
  readonly labels: readonly string[];
  /** What the page wants on the clipboard. */
  readonly copied: readonly string[];
  /** The places at which the page wants the text opened. */
  readonly opened: readonly number[];
  /** The pictures the page wants saved. */
  readonly pictures: readonly SavePictureMessage[];
  /** What the page logs, which is only what went wrong: it fails the tests of the file where this is null. */
  logged: string[] | null;
  /** Answers the page's request for the clipboard's text. */
  clipboard: string;
  /** Brings the whole text to a page that was opened with `preview`, once it has asked for it; true then. */
  bringText(): boolean;
  send(message: ToWebview): void;
  /** Edits the text as somebody else would. */
  change(edits: readonly TextEdit[]): void;
}

declare global {
  interface Window {
    host: FakeHost;
    acquireVsCodeApi: () => unknown;
  }
}

const store = window.sessionStorage;
let text = store.getItem('text') ?? '';
let version = 1;
const labels: string[] = [];
const copied: string[] = [];
const opened: number[] = [];
const pictures: SavePictureMessage[] = [];
const undo: (readonly TextEdit[])[] = [];
const redo: (readonly TextEdit[])[] = [];

const host: FakeHost = {
  get text() {
    return text;
  },
  labels,
  copied,
  opened,
  pictures,
  logged: null,
  clipboard: '',
  bringText: () => false,
  send: (message) => window.postMessage(message, window.origin),
  change: (edits) => void change(edits, 'external'),
};
window.host = host;

/** Applies edits and returns those that take them back. */
function apply(edits: readonly TextEdit[]): readonly TextEdit[] {
  let growth = 0;
  const inverse = sortEdits(edits).map(({ start, end, text: inserted }) => {
    const at = start + growth;
    growth += inserted.length - (end - start);
    return { start: at, end: at + inserted.length, text: text.slice(start, end) };
  });
  text = applyEdits(text, edits);
  store.setItem('text', text);
  return inverse;
}

/** Edits the text, tells the page, and returns what takes it back. */
function change(edits: readonly TextEdit[], cause: 'undo' | 'redo' | 'external'): readonly TextEdit[] {
  const inverse = apply(edits);
  host.send({ type: 'changed', from: version, version: ++version, edits: sortEdits(edits), cause });
  return inverse;
}

/** Takes the last step of a stack back, and leaves what does it again on the other. */
function step(from: (readonly TextEdit[])[], to: (readonly TextEdit[])[], cause: 'undo' | 'redo'): void {
  const edits = from.pop();
  if (edits !== undefined) to.push(change(edits, cause));
}

/** What the page is told besides the text. */
const about = {
  fileName: 'test.retention',
  readOnly: new URLSearchParams(location.search).has('readonly') ? ('file' as const) : null,
  today: 25_000,
  locale: 'en',
  view: null,
};

const isLarge = new URLSearchParams(location.search).has('preview');
// The host has it in the page that it loads.
if (isLarge) document.getElementById('notebook')!.dataset['preview'] = '';

/** The first lines. */
function sendPreview(): void {
  const lines = text.split('\n');
  const first = lines.slice(0, 120).join('\n');
  host.send({ type: 'preview', ...about, text: `${first}\n`, lineCount: lines.length });
}

function sendText(): void {
  host.send({
    type: 'init',
    protocol: PROTOCOL_VERSION,
    epoch: 1,
    version,
    text,
    eol: '\n',
    ...about,
    configuration: { enterKey: 'edit' },
    reveal: null,
    refused: [],
  });
}

function receive(message: FromWebview): void {
  switch (message.type) {
    case 'ready':
      if (!isLarge) sendText();
      else if (message.preview) sendPreview();
      else host.bringText = () => (sendText(), true);
      return;
    case 'edit':
      undo.push(apply(message.edits));
      redo.length = 0;
      labels.push(message.label);
      host.send({ type: 'acknowledged', id: message.id, from: version, version: ++version });
      return;
    case 'undo':
      step(undo, redo, 'undo');
      return;
    case 'redo':
      step(redo, undo, 'redo');
      return;
    case 'copy':
      copied.push(message.text);
      return;
    case 'openAsText':
      opened.push(message.offset);
      return;
    case 'savePicture':
      pictures.push(message);
      return;
    case 'requestPaste':
      host.send({ type: 'paste', text: host.clipboard });
      return;
    case 'log':
      if (host.logged === null) throw new Error(message.message);
      host.logged.push(message.message);
      return;
    default:
      return;
  }
}

window.acquireVsCodeApi = () => ({
  // As text, because that is how messages travel. Answers come later, as over a process boundary.
  postMessage: (message: FromWebview) => receive(JSON.parse(JSON.stringify(message)) as FromWebview),
  getState: () => JSON.parse(store.getItem('state') ?? 'null') as unknown,
  setState: (next: unknown) => store.setItem('state', JSON.stringify(next)),
});
