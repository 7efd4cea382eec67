import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH, gridCommands, parseFromWebview, parseToWebview } from '../../../src/protocol';
import type { FromWebview, ToWebview } from '../../../src/protocol';

const edit = { start: 3, end: 4, text: '12' };

/** One good message of each kind; the compiler sees to it that none is forgotten. */
const fromWebview: { [K in FromWebview['type']]: Extract<FromWebview, { type: K }> } = {
  ready: { type: 'ready', protocol: 1, preview: true },
  edit: { type: 'edit', id: 1, epoch: 1, baseVersion: 7, edits: [edit], label: 'Edit start of row 3' },
  synced: { type: 'synced', version: 8 },
  requestResync: { type: 'requestResync', reason: 'a gap' },
  undo: { type: 'undo' },
  redo: { type: 'redo' },
  flushed: { type: 'flushed', request: 1 },
  openAsText: { type: 'openAsText', offset: 0 },
  selection: { type: 'selection', offset: 9, row: null, column: 2, rows: 0, editing: false },
  view: { type: 'view', parts: ['{}', null] },
  copy: { type: 'copy', text: 'a\tb' },
  requestPaste: { type: 'requestPaste' },
  savePicture: { type: 'savePicture', name: 'Trend', svg: '<svg/>', png: 'iVBO' },
  action: { type: 'action', name: 'showLog' },
  log: { type: 'log', level: 'warning', message: 'text' },
};

const toWebview: { [K in ToWebview['type']]: Extract<ToWebview, { type: K }> } = {
  preview: {
    type: 'preview',
    lineCount: 100_001,
    text: 'period\n',
    fileName: 'a.retention',
    readOnly: null,
    today: 20_000,
    locale: 'en',
    view: null,
  },
  init: {
    type: 'init',
    protocol: 1,
    epoch: 1,
    version: 1,
    text: 'period\n',
    eol: '\n',
    fileName: 'a.retention',
    readOnly: 'binary',
    today: 20_000,
    locale: 'en',
    configuration: { enterKey: 'edit' },
    reveal: { kind: 'cell', row: 1, column: 2 },
    view: '{}',
    refused: [],
  },
  changed: { type: 'changed', from: 1, version: 2, edits: [edit], cause: 'undo' },
  acknowledged: { type: 'acknowledged', id: 1, from: 1, version: 2 },
  resync: {
    type: 'resync',
    epoch: 2,
    version: 3,
    text: '',
    eol: '\r\n',
    reason: 'conflict',
    refused: [{ id: 1, label: 'Edit', texts: ['12'], message: 'Why.' }],
    settled: 1,
  },
  flush: { type: 'flush', request: 1 },
  reveal: { type: 'reveal', target: { kind: 'offset', offset: 3 } },
  command: { type: 'command', name: 'deleteRows' },
  paste: { type: 'paste', text: 'a\tb' },
  configuration: { type: 'configuration', configuration: { enterKey: 'down' } },
  today: { type: 'today', today: 20_001 },
};

describe('parseFromWebview', () => {
  it.each(Object.values(fromWebview))('takes a good $type', (message) => {
    expect(parseFromWebview(message)).toEqual({ ok: true, message });
  });

  it.each(Object.values(fromWebview))('refuses a $type without, or with more than, its fields', (message) => {
    for (const field of Object.keys(message)) {
      expect(parseFromWebview(without(message, field))).toMatchObject({ ok: false });
      expect(parseFromWebview({ ...message, [field]: { odd: true } })).toMatchObject({ ok: false });
    }
    expect(parseFromWebview({ ...message, more: 1 })).toEqual({
      ok: false,
      problem: 'message must not have a field "more"',
    });
  });

  it.each([
    [undefined, 'message must be an object, not undefined'],
    [null, 'message must be an object, not null'],
    ['undo', 'message must be an object, not "undo"'],
    [[], 'message must be an object, not an array'],
    [{}, /^message\.type must be one of ready, .*, not undefined$/],
    [{ type: 'constructor' }, /^message\.type must be one of .*, not "constructor"$/],
    [{ type: 'toString' }, /^message\.type must be one of/],
    [{ ...fromWebview.edit, edits: [] }, /edits must not be empty/],
    [{ ...fromWebview.edit, edits: [{ ...edit, start: -1 }] }, /edits\[0\]\.start must be a whole number/],
    [{ ...fromWebview.edit, edits: [{ ...edit, start: 0.5 }] }, /must be a whole number/],
    [{ ...fromWebview.edit, edits: [{ ...edit, end: Number.NaN }] }, /must be a whole number .* not NaN/],
    [{ ...fromWebview.edit, edits: [{ start: 4, end: 3, text: '' }] }, /must not end before it starts/],
    [{ ...fromWebview.edit, edits: [{ ...edit, end: MAX_TEXT_LENGTH + 1 }] }, /from 0 to 536870888/],
    [{ ...fromWebview.edit, edits: [edit, edit] }, /edits\[1\] must not start before the end/],
    [{ ...fromWebview.edit, label: 'x'.repeat(201) }, /label must not be longer than 200/],
    [{ ...fromWebview.action, name: 'workbench.action.quit' }, /name must be one of openMergeEditor/],
    [{ ...fromWebview.log, message: 'x'.repeat(10_001) }, /message must not be longer than 10000/],
    [{ ...fromWebview.selection, row: '1' }, /row must be a whole number/],
  ])('refuses %j', (message, problem) => {
    const parsed = parseFromWebview(message);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
  });

  it('never throws and never takes what it can not name', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (raw) => {
        const parsed = parseFromWebview(raw);
        if (parsed.ok) expect(Object.keys(fromWebview)).toContain(parsed.message.type);
      }),
    );
  });

  it('says what is wrong with an object that throws when it is read', () => {
    const hostile = {
      get type(): string {
        throw new Error('boo');
      },
    };
    expect(parseFromWebview(hostile)).toEqual({ ok: false, problem: 'message cannot be read: Error: boo' });
  });
});

describe('parseToWebview', () => {
  it.each(Object.values(toWebview))('takes a good $type', (message) => {
    expect(parseToWebview(message)).toEqual({ ok: true, message });
  });

  it.each(Object.values(toWebview))('refuses a $type without one of its fields', (message) => {
    for (const field of Object.keys(message)) {
      expect(parseToWebview(without(message, field))).toMatchObject({ ok: false });
    }
  });

  it('takes every command of the grid and no other', () => {
    for (const name of gridCommands) expect(parseToWebview({ type: 'command', name }).ok).toBe(true);
    expect(parseToWebview({ type: 'command', name: 'format' }).ok).toBe(false);
  });
});

function without(message: object, field: string): object {
  return Object.fromEntries(Object.entries(message).filter(([name]) => name !== field));
}
