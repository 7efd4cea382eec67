/**
 * The other half of the notebook page, for tests in a plain browser: it keeps the text, as VS Code would,
 * with every state of it for undo. It runs in the browser, before the page.
 */
import { applyEdits } from '../../../src/core';
import type { FromWebview, ToWebview } from '../../../src/protocol';
import { PROTOCOL_VERSION } from '../../../src/protocol';

export interface FakeHost {
  text: string;
  /** How many edits came. */
  edits: number;
  /** The names of the edits. */
  readonly labels: string[];
  /** What the page told the log. */
  readonly logged: string[];
  /** What the page wants on the clipboard. */
  readonly copied: string[];
  /** Answers the page's request for the clipboard's text. */
  clipboard: string;
  send(message: ToWebview): void;
}

declare global {
  interface Window {
    host: FakeHost;
    acquireVsCodeApi: () => unknown;
  }
}

const past: string[] = [];
let version = 1;
const parameters = new URLSearchParams(location.search);

const host: FakeHost = {
  // Over a reload the text stays as it was edited, as does the page's state.
  text: sessionStorage.getItem('text') ?? decodeURIComponent(location.hash.slice(1)),
  edits: 0,
  labels: [],
  logged: [],
  copied: [],
  clipboard: '',
  send: (message) => window.postMessage(message, window.origin),
};
window.host = host;

function receive(message: FromWebview): void {
  switch (message.type) {
    case 'ready':
      host.send({
        type: 'init',
        protocol: PROTOCOL_VERSION,
        epoch: 1,
        version,
        text: host.text,
        eol: '\n',
        fileName: 'test.retention',
        readOnly: parameters.has('readonly') ? 'file' : null,
        today: 25_000,
        locale: 'en',
        configuration: { enterKey: 'edit' },
        reveal: null,
        view: null,
        refused: [],
      });
      return;
    case 'edit':
      past.push(host.text);
      host.text = applyEdits(host.text, message.edits);
      host.edits++;
      host.labels.push(message.label);
      host.send({ type: 'acknowledged', id: message.id, from: version, version: ++version });
      return;
    case 'undo': {
      const text = past.pop();
      if (text === undefined) return;
      const edits = [{ start: 0, end: host.text.length, text }];
      host.text = text;
      host.send({ type: 'changed', from: version, version: ++version, edits, cause: 'undo' });
      return;
    }
    case 'copy':
      host.copied.push(message.text);
      return;
    case 'requestPaste':
      host.send({ type: 'paste', text: host.clipboard });
      return;
    case 'log':
      host.logged.push(message.message);
      return;
    default:
      return;
  }
}

window.acquireVsCodeApi = () => ({
  postMessage: receive,
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
  setState: (next: unknown) => sessionStorage.setItem('state', JSON.stringify(next)),
});
