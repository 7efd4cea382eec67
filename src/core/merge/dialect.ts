import { endsLine, normaliseEols } from '../text/chars';
import type { Eol } from '../text/chars';
import { applyEdits } from '../text/edit';
import type { TextEdit } from '../text/edit';
import { encodeCell } from '../text/encode';
import { parseDocument } from '../document/document';
import { setSetting } from '../document/edits';
import { parseNumber } from '../document/number';
import type { RetentionDocument } from '../document/types';
import type { Versions } from './columns';
import type { VersionName } from './types';

/** How a merged file is written. */
export interface Dialect {
  readonly eol: Eol;
  readonly hasBom: boolean;
  readonly finalNewline: boolean;
}

const NUMERIC_SETTINGS = new Set([
  'goal',
  'goal_grr',
  'goal_nrr',
  'gross_margin',
  'discount_rate',
  'acquisition_cost',
  'revenue_per_customer',
]);

/**
 * The versions written alike, so that a difference is a difference in what they say: with the delimiter, decimal sign
 * and line endings that one side changed, else with ours. Null when both sides chose another delimiter or decimal sign,
 * or when a text that is no number would become one.
 */
export function agreeOnDialect(versions: Versions): { versions: Versions; dialect: Dialect } | null {
  const { base, ours, theirs } = versions;
  const known = base.length > 0;
  const pick = (of: (document: RetentionDocument) => unknown): VersionName | null =>
    of(ours) === of(theirs) || of(theirs) === of(base) || !known
      ? 'ours'
      : of(ours) === of(base)
        ? 'theirs'
        : null;
  const signs = pick(({ settings }) => settings.delimiter + settings.decimal);
  if (signs === null) return null;
  const eol = versions[pick((document) => document.eol) ?? 'ours'].eol;
  const like = versions[signs];
  const written = {
    base: rewrite(base, like, eol),
    ours: rewrite(ours, like, eol),
    theirs: rewrite(theirs, like, eol),
  };
  if (written.base === null || written.ours === null || written.theirs === null) return null;
  return {
    versions: { base: written.base, ours: written.ours, theirs: written.theirs },
    dialect: {
      eol,
      hasBom: versions[pick((document) => document.hasBom) ?? 'ours'].hasBom,
      finalNewline: endsLine(versions[pick(({ text }) => endsLine(text)) ?? 'ours'].text),
    },
  };
}

/** A document with the delimiter and decimal sign of another one and with given line endings; null when it can't be. */
function rewrite(document: RetentionDocument, like: RetentionDocument, eol: Eol): RetentionDocument | null {
  const { delimiter, decimal } = document.settings;
  const isAlike = delimiter === like.settings.delimiter && decimal === like.settings.decimal;
  if (isAlike && (document.eol === eol || document.length === 0)) return document;
  let { text } = document;
  if (!isAlike && document.header !== null) {
    if (document.front === null) {
      // Each sign alone would bring settings of its own.
      return rewrite(parseDocument(applyEdits(text, setSetting(document, 'retention', '1'))), like, eol);
    }
    const table = tableEdits(document, like);
    if (table === null) return null;
    text = applyEdits(text, [...signEdits(document, like), ...table]);
  }
  if (document.eol !== eol) text = normaliseEols(text).replaceAll('\n', eol);
  return parseDocument(text);
}

/** The settings in another dialect. */
function signEdits(document: RetentionDocument, like: RetentionDocument): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const key of ['delimiter', 'decimal'] as const) {
    const entry = like.front?.entries.filter((candidate) => candidate.key === key).at(-1);
    edits.push(...setSetting(document, key, entry?.text ?? null));
  }
  for (const { key, style, text, valueRange } of document.front?.entries ?? []) {
    if (!NUMERIC_SETTINGS.has(key) || style !== 'plain') continue;
    const written = withDecimal(text, document, like) ?? text;
    if (written !== text) edits.push({ ...valueRange, text: written });
  }
  return edits;
}

/** The header and the rows in another dialect, or null when a cell would then mean something else. */
function tableEdits(document: RetentionDocument, like: RetentionDocument): TextEdit[] | null {
  const { text, columns, header, eol } = document;
  const { delimiter } = like.settings;
  const names = columns.map(({ name, range }) => encodeCell(name, delimiter, eol, text[range.start] === '"'));
  const edits: TextEdit[] = [{ ...header!, text: names.join(delimiter) }];
  for (let row = 0; row < document.rowCount; row++) {
    const range = document.rowRange(row);
    const cells: string[] = [];
    for (let column = 0; column < document.cellCount(row); column++) {
      const cell = document.cellText(row, column);
      const kind = columns[column]?.kind ?? 'text';
      const isNumber = kind === 'count' || kind === 'money' || kind === 'percent';
      const written = isNumber ? withDecimal(cell, document, like) : cell;
      if (written === null) return null;
      cells.push(encodeCell(written, delimiter, eol, document.cellIsQuoted(row, column)));
    }
    edits.push({ ...range, text: cells.join(delimiter) });
  }
  return edits;
}

/** A number or percentage with the other decimal sign, any other text as it is; null when that would be a number then. */
function withDecimal(text: string, from: RetentionDocument, to: RetentionDocument): string | null {
  const [old, now] = [from.settings.decimal, to.settings.decimal];
  const digits = text.replace(/%\s*$/, '');
  if (old === now || (!text.includes(old) && !text.includes(now))) return text;
  if (parseNumber(digits, old) !== null) return text.replace(old, now);
  return parseNumber(digits, now) === null ? text : null;
}
