/**
 * The page of the tests: the notebook's own page with a host of a few lines. It runs in the browser. The text
 * and the page's state are kept over a reload, as VS Code keeps them.
 */
import type { TextEdit } from '../../../src/core';
import { applyEdits, sortEdits } from '../../../src/core';
import type { FromWebview, GridCommand, InitMessage, ToWebview } from '../../../src/protocol';
import { PROTOCOL_VERSION } from '../../../src/protocol';
import { NotebookPage, Timing } from '../../../src/webview/page';

export interface Host {
  readonly text: string;
  /** Number of edits that were applied. */
  readonly edits: number;
  readonly copied: string[];
  readonly problems: string[];
  command(name: GridCommand): void;
  /** Edits the text as somebody else would. */
  change(edits: readonly TextEdit[]): void;
}

declare global {
  interface Window {
    notebookHost: Host;
  }
}

const store = window.sessionStorage;
let text = store.getItem('text') ?? '';
let version = 1;
let edits = 0;
const undo: (readonly TextEdit[])[] = [];
const redo: (readonly TextEdit[])[] = [];
const copied: string[] = [];
const problems: string[] = [];

function send(message: ToWebview): void {
  window.postMessage(message, window.origin);
}

/** Applies edits and returns those that take them back. */
function apply(changes: readonly TextEdit[]): readonly TextEdit[] {
  let growth = 0;
  const inverse = sortEdits(changes).map(({ start, end, text: inserted }) => {
    const at = start + growth;
    growth += inserted.length - (end - start);
    return { start: at, end: at + inserted.length, text: text.slice(start, end) };
  });
  text = applyEdits(text, changes);
  store.setItem('text', text);
  return inverse;
}

function change(changes: readonly TextEdit[], cause: 'undo' | 'redo' | 'external'): readonly TextEdit[] {
  const inverse = apply(changes);
  send({ type: 'changed', from: version, version: version + 1, edits: sortEdits(changes), cause });
  version++;
  return inverse;
}

function receive(message: FromWebview): void {
  switch (message.type) {
    case 'ready': {
      const init: InitMessage = {
        type: 'init',
        protocol: PROTOCOL_VERSION,
        epoch: 1,
        version,
        text,
        eol: '\n',
        fileName: 'acme.retention',
        readOnly: null,
        today: 20_000,
        locale: 'en',
        configuration: { enterKey: 'edit' },
        reveal: null,
        view: null,
        refused: [],
      };
      send(init);
      return;
    }
    case 'edit':
      undo.push(apply(message.edits));
      redo.length = 0;
      edits++;
      send({ type: 'acknowledged', id: message.id, from: version, version: version + 1 });
      version++;
      return;
    case 'undo': {
      const step = undo.pop();
      if (step !== undefined) redo.push(change(step, 'undo'));
      return;
    }
    case 'redo': {
      const step = redo.pop();
      if (step !== undefined) undo.push(change(step, 'redo'));
      return;
    }
    case 'copy':
      copied.push(message.text);
      return;
    case 'log':
      problems.push(message.message);
      return;
    default:
      return;
  }
}

window.notebookHost = {
  get text() {
    return text;
  },
  get edits() {
    return edits;
  },
  copied,
  problems,
  command: (name) => send({ type: 'command', name }),
  change: (changes) => void change(changes, 'external'),
};

const timing = new Timing();
timing.started();
new NotebookPage(
  document.getElementById('notebook')!,
  {
    // The host answers later, as over a process boundary.
    postMessage: (message) => {
      const copy = JSON.parse(JSON.stringify(message)) as FromWebview;
      setTimeout(() => receive(copy));
    },
    getState: () => JSON.parse(store.getItem('state') ?? 'null') as unknown,
    setState: (state) => store.setItem('state', JSON.stringify(state)),
  },
  timing,
).connect();
