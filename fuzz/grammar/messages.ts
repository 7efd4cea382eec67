import type { Data } from '../engine/target';
import type { Random } from '../engine/random';
import { typedText } from './file';

/** A message by its kind, with what its fields are made of. Built by `messageOf`, it must be accepted. */
export interface Said {
  readonly kind: string;
  readonly number: number;
  readonly size: number;
  readonly text: string;
  readonly flag: boolean;
}

type Build = (said: Said) => Readonly<Record<string, Data>>;

const edits = ({ number, size, text }: Said): Data => [
  { start: number % 40, end: (number % 40) + (size % 5), text },
  { start: 60 + (size % 20), end: 60 + (size % 20), text: 'x' },
];
const natural = (value: number): number => Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER);
const offset = (value: number): number => (natural(value) % 2 ** 29) % 500_000_000;

/** Everything a page says, each with all of its fields right. */
export const FROM_PAGE: Readonly<Record<string, Build>> = {
  ready: ({ number }) => ({ protocol: natural(number), preview: number % 2 === 0 }),
  edit: (said) => ({
    id: 1 + (natural(said.size) % 9),
    epoch: natural(said.number) % 4,
    baseVersion: natural(said.size) % 6,
    edits: edits(said),
    label: said.text.slice(0, 200),
  }),
  synced: ({ number }) => ({ version: natural(number) % 6 }),
  requestResync: ({ text }) => ({ reason: text }),
  undo: () => ({}),
  redo: () => ({}),
  flushed: ({ number }) => ({ request: 1 + (natural(number) % 9) }),
  openAsText: ({ number }) => ({ offset: offset(number) }),
  selection: ({ number, size, flag }) => ({
    offset: offset(number),
    row: flag ? null : natural(size),
    column: natural(size),
    rows: natural(number),
    editing: flag,
  }),
  view: ({ text, flag }) => ({ parts: [text, flag ? null : text] }),
  copy: ({ text }) => ({ text }),
  requestPaste: () => ({}),
  savePicture: ({ text }) => ({ name: text.slice(0, 200), svg: text, png: text }),
  action: ({ number }) => ({ name: ['openMergeEditor', 'openSettings', 'showLog'][natural(number) % 3]! }),
  log: ({ number, text }) => ({ level: ['error', 'warning', 'info'][natural(number) % 3]!, message: text }),
};

/** Everything the host says. */
export const FROM_HOST: Readonly<Record<string, Build>> = {
  changed: (said) => ({
    from: natural(said.number),
    version: natural(said.size),
    edits: edits(said),
    cause: 'external',
  }),
  acknowledged: ({ number, size }) => ({
    id: 1 + natural(size % 1000),
    from: natural(number),
    version: natural(number),
  }),
  resync: ({ number, text }) => ({
    epoch: natural(number),
    version: 1,
    text,
    eol: '\n',
    reason: 'requested',
    refused: [{ id: 1, label: '', texts: [text], message: '' }],
    settled: 0,
  }),
  flush: ({ size }) => ({ request: 1 + natural(size % 1000) }),
  reveal: ({ number, flag }) => ({
    target: flag
      ? { kind: 'offset', offset: offset(number) }
      : { kind: 'cell', row: natural(number), column: 0 },
  }),
  command: () => ({ name: 'insertRowAbove' }),
  paste: ({ text }) => ({ text }),
  configuration: ({ flag }) => ({ configuration: { enterKey: flag ? 'edit' : 'down' } }),
  today: ({ number }) => ({ today: natural(number) }),
};

export function said(random: Random, kinds: readonly string[]): Said {
  return {
    kind: random.pick(kinds),
    number: random.below(random.pick([4, 100, 2 ** 31])),
    size: random.below(30),
    text: typedText(random),
    flag: random.percent(50),
  };
}

/** The message itself. */
export function messageOf(each: Said): Readonly<Record<string, Data>> {
  const build = FROM_PAGE[each.kind] ?? FROM_HOST[each.kind];
  return { type: each.kind, ...build?.(each) };
}

/** What somebody who forges a message puts in the place of a field. Structured cloning delivers all of them. */
export const FORGED: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Infinity,
  -Infinity,
  -1,
  0.5,
  2 ** 53,
  1e308,
  -0,
  '',
  '0',
  'edit',
  '__proto__',
  true,
  [],
  {},
  [[]],
  [null],
  new Date(0),
  new Map(),
  new Set([1]),
  new Uint8Array(4),
  10n,
  { length: 3 },
  { start: 0, end: 0, text: '' },
  [{ start: 5, end: 2, text: '' }],
  [{ start: 0, end: 1e9, text: '' }],
  [
    { start: 9, end: 9, text: 'a' },
    { start: 3, end: 3, text: 'b' },
  ],
  [
    { start: 0, end: 5, text: '' },
    { start: 2, end: 6, text: '' },
  ],
  [{ start: 0, end: 0, text: 1 }],
  [{ start: 0, end: 0, text: '', more: 1 }],
  new Array<number>(3),
  JSON.parse('{"__proto__":{"x":1}}') as unknown,
];

/** The message with some of its fields forged: the `field`th (one more is a field nobody knows) holds something else. */
export function forged(
  message: Readonly<Record<string, Data>>,
  field: number,
  what: number,
): Record<string, unknown> {
  const names = [...Object.keys(message), 'another'];
  return { ...message, [names[field % names.length]!]: FORGED[what % FORGED.length] };
}
