import type { TextEdit } from '../core';
import type { FromWebview } from './fromWebview';
import { gridCommands, hostActions, readOnlyCauses } from './terms';
import type { NotebookConfiguration, RefusedEdit, ResyncReason, RevealTarget } from './terms';
import type { ToWebview } from './toWebview';
import { array, boolean, integer, nullable, object, oneOf, string, union } from './schema';
import type { Check } from './schema';

/** What became of reading a message: the message, or one sentence that says what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly problem: string };

/** The longest text a string can hold in VS Code and in every browser, so no offset lies beyond. */
export const MAX_TEXT_LENGTH = 2 ** 29 - 24;
/** A block pasted over 100 000 rows of 12 columns, with room to spare. */
export const MAX_EDITS = 2_000_000;
const MAX_LINE = 10_000;
const MAX_LABEL = 200;
const MAX_PARTS = 10;
/** A chart over a whole wall, with room to spare. */
const MAX_PICTURE = 2 ** 24;

const count = integer(0);
const id = integer(1);
const offset = integer(0, MAX_TEXT_LENGTH);
const line = string(MAX_LINE);
const text = string(MAX_TEXT_LENGTH);
const eol: Check<'\n' | '\r\n'> = oneOf('\n', '\r\n');

const textEdit: Check<TextEdit> = object<TextEdit>({ start: offset, end: offset, text });
const anyEdits = array(textEdit, 0, MAX_EDITS);

/** Edits in the order of their places, none reaching into the next: the form both halves can map. */
const editList: Check<readonly TextEdit[]> = (value, path) => {
  const problem = anyEdits(value, path);
  if (problem !== null) return problem;
  return orderProblem(value as readonly TextEdit[], path);
};

function orderProblem(edits: readonly TextEdit[], path: string): string | null {
  if (edits.length === 0) return `${path} must not be empty`;
  let position = 0;
  let length = 0;
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i]!;
    if (edit.start < position) return `${path}[${i}] must not start before the end of the one before it`;
    if (edit.end < edit.start) return `${path}[${i}] must not end before it starts`;
    position = edit.end;
    length += edit.text.length;
  }
  return length <= MAX_TEXT_LENGTH ? null : `${path} must not write more than ${MAX_TEXT_LENGTH} characters`;
}

const revealTarget: Check<RevealTarget> = union<RevealTarget>('kind', {
  offset: object<Extract<RevealTarget, { kind: 'offset' }>>({ kind: oneOf('offset'), offset }),
  cell: object<Extract<RevealTarget, { kind: 'cell' }>>({ kind: oneOf('cell'), row: count, column: count }),
});

const configuration: Check<NotebookConfiguration> = object<NotebookConfiguration>({
  enterKey: oneOf('edit', 'down'),
});

const refusedEdit: Check<RefusedEdit> = object<RefusedEdit>({
  id,
  label: string(MAX_LABEL),
  texts: array(text, 0, MAX_EDITS),
  message: line,
});
const refused = array(refusedEdit, 0, MAX_EDITS);

const resyncReason: Check<ResyncReason> = oneOf('conflict', 'rejected', 'invalid', 'replaced', 'requested');

/** One check for each message of a union; the compiler refuses a missing or a wrong one. */
type Checks<U extends { readonly type: string }> = {
  readonly [K in U['type']]: Check<Extract<U, { readonly type: K }>>;
};

const fromWebview: Checks<FromWebview> = {
  ready: object({ type: oneOf('ready'), protocol: count, preview: boolean }),
  edit: object({
    type: oneOf('edit'),
    id,
    epoch: count,
    baseVersion: count,
    edits: editList,
    label: string(MAX_LABEL),
  }),
  synced: object({ type: oneOf('synced'), version: count }),
  requestResync: object({ type: oneOf('requestResync'), reason: line }),
  undo: object({ type: oneOf('undo') }),
  redo: object({ type: oneOf('redo') }),
  flushed: object({ type: oneOf('flushed'), request: id }),
  openAsText: object({ type: oneOf('openAsText'), offset }),
  selection: object({
    type: oneOf('selection'),
    offset,
    row: nullable(count),
    column: count,
    rows: count,
    editing: boolean,
  }),
  view: object({ type: oneOf('view'), parts: array(nullable(text), 1, MAX_PARTS) }),
  copy: object({ type: oneOf('copy'), text }),
  requestPaste: object({ type: oneOf('requestPaste') }),
  savePicture: object({
    type: oneOf('savePicture'),
    name: string(MAX_LABEL),
    svg: string(MAX_PICTURE),
    png: string(MAX_PICTURE),
  }),
  action: object({ type: oneOf('action'), name: oneOf(...hostActions) }),
  log: object({ type: oneOf('log'), level: oneOf('error', 'warning', 'info'), message: line }),
};

const toWebview: Checks<ToWebview> = {
  init: object({
    type: oneOf('init'),
    protocol: count,
    epoch: count,
    version: count,
    text,
    eol,
    fileName: line,
    readOnly: nullable(oneOf(...readOnlyCauses)),
    today: integer(Number.MIN_SAFE_INTEGER),
    locale: line,
    configuration,
    reveal: nullable(revealTarget),
    view: nullable(text),
    refused,
  }),
  preview: object({
    type: oneOf('preview'),
    text,
    lineCount: count,
    fileName: line,
    readOnly: nullable(oneOf(...readOnlyCauses)),
    today: integer(Number.MIN_SAFE_INTEGER),
    locale: line,
    view: nullable(text),
  }),
  changed: object({
    type: oneOf('changed'),
    from: count,
    version: count,
    edits: editList,
    cause: oneOf('edit', 'undo', 'redo', 'external'),
  }),
  acknowledged: object({ type: oneOf('acknowledged'), id, from: count, version: count }),
  resync: object({
    type: oneOf('resync'),
    epoch: count,
    version: count,
    text,
    eol,
    reason: resyncReason,
    refused,
    settled: count,
  }),
  flush: object({ type: oneOf('flush'), request: id }),
  reveal: object({ type: oneOf('reveal'), target: revealTarget }),
  command: object({ type: oneOf('command'), name: oneOf(...gridCommands) }),
  paste: object({ type: oneOf('paste'), text }),
  configuration: object({ type: oneOf('configuration'), configuration }),
  today: object({ type: oneOf('today'), today: integer(Number.MIN_SAFE_INTEGER) }),
};

/**
 * Reads what came from a page. A page shows text that others wrote, so nothing it says is trusted: the
 * kind, every field, its type, its range and its size are checked, and unknown fields are refused.
 * Never throws.
 *
 * @example
 * parseFromWebview({ type: 'undo' }); // { ok: true, message: { type: 'undo' } }
 * parseFromWebview({ type: 'rm' }).ok; // false
 */
export function parseFromWebview(raw: unknown): Parsed<FromWebview> {
  return parse(raw, union<FromWebview>('type', fromWebview));
}

/** Reads what came from the host: a window receives messages from others (extensions of the browser) too. */
export function parseToWebview(raw: unknown): Parsed<ToWebview> {
  return parse(raw, union<ToWebview>('type', toWebview));
}

function parse<T>(raw: unknown, check: Check<T>): Parsed<T> {
  try {
    const problem = check(raw, 'message');
    return problem === null ? { ok: true, message: raw as T } : { ok: false, problem };
  } catch (error) {
    // A getter or a proxy may throw; structured cloning never delivers one, another transport might.
    return { ok: false, problem: `message cannot be read: ${String(error)}` };
  }
}
