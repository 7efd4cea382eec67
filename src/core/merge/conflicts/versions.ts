import { parseDocument } from '../../document/document';
import type { RetentionDocument } from '../../document/types';
import type { TextRange } from '../../text/edit';
import { mergeColumns } from '../columns';
import type { MergedColumn } from '../columns';
import { columnKeys, RowNumbers } from '../keys';
import { mergeDocuments } from '../mergeDocuments';
import { VersionTable } from '../table';
import type { MergeResult } from '../types';
import { readMarkers, versionOf } from './markers';
import type { MarkedHunk } from './markers';
import type { ConflictOptions } from './types';

/** One version of a text with conflicts, and where the lines of each hunk are in it. */
export interface VersionText {
  readonly document: RetentionDocument;
  /** Null: the text was given, and what belongs to a hunk has to be found by its key. */
  readonly places: readonly TextRange[] | null;
}

export interface VersionTexts {
  readonly ours: VersionText;
  readonly theirs: VersionText;
  /** Null where nobody knows it. */
  readonly base: VersionText | null;
  readonly columns: readonly MergedColumn[];
  /** Of the rows of all versions. */
  readonly numbers: RowNumbers;
  /** The rows of a base that was given, for all hunks. */
  readonly givenBase: VersionTable | null;
  /** Why hunks can't be taken apart, or null. */
  readonly wholeHunks: string | null;
}

/** The versions that the hunks of a text hold. */
export function readVersions(
  text: string,
  hunks: readonly MarkedHunk[],
  options: ConflictOptions,
): VersionTexts {
  const ours = read(versionOf(text, hunks, 'ours')!);
  const theirs = read(versionOf(text, hunks, 'theirs')!);
  const base = baseOf(text, hunks, options, ours.document);
  const versions = { ours: ours.document, theirs: theirs.document, base: base?.document ?? NOTHING };
  const wholeHunks = whyWhole(ours.document, theirs.document);
  const columns = wholeHunks === null ? mergeColumns(versions, () => true) : [];
  const numbers = new RowNumbers();
  const isGiven = base !== null && base.places === null;
  const givenBase = isGiven ? new VersionTable(base.document, numbers) : null;
  return { ours, theirs, base, columns, numbers, givenBase, wholeHunks };
}

/**
 * Merges the versions that a text with conflicts holds anew, row by row: what our merge driver would have left. Where
 * the base is not known, nothing counts as deleted. Null without a conflict.
 */
export function mergeByRows(text: string, options: ConflictOptions = {}): MergeResult | null {
  const { hunks, problems } = readMarkers(text);
  if (hunks.length === 0 || problems.length > 0) return null;
  const [ours, theirs] = [versionOf(text, hunks, 'ours')!, versionOf(text, hunks, 'theirs')!];
  const base = versionOf(text, hunks, 'base')?.text ?? options.base ?? '';
  const { labels } = hunks[0]!;
  return mergeDocuments(base, ours.text, theirs.text, {
    labels: {
      ours: labels.ours,
      theirs: labels.theirs,
      ...(labels.base === null ? {} : { base: labels.base }),
    },
  });
}

const NOTHING = parseDocument('');

function read({
  text,
  places,
}: {
  readonly text: string;
  readonly places: readonly TextRange[];
}): VersionText {
  return { document: parseDocument(text), places };
}

/** The base in the hunks, else the one that was given; none that is written otherwise than ours. */
function baseOf(
  text: string,
  hunks: readonly MarkedHunk[],
  options: ConflictOptions,
  ours: RetentionDocument,
): VersionText | null {
  const marked = versionOf(text, hunks, 'base');
  const base =
    marked !== null
      ? read(marked)
      : options.base === undefined
        ? null
        : { document: parseDocument(options.base), places: null };
  return base === null || base.document.header === null || !isWrittenAlike(base.document, ours) ? null : base;
}

function isWrittenAlike(one: RetentionDocument, other: RetentionDocument): boolean {
  return (
    one.settings.delimiter === other.settings.delimiter && one.settings.decimal === other.settings.decimal
  );
}

function whyWhole(ours: RetentionDocument, theirs: RetentionDocument): string | null {
  for (const document of [ours, theirs]) {
    if (document.header === null || document.column('period') === null) {
      return 'One side has no header with a column “period”, so rows cannot be told apart.';
    }
    if (document.hasOpenQuote)
      return 'One side has a quote that is never closed, so rows cannot be told apart.';
  }
  if (!isWrittenAlike(ours, theirs)) return 'The sides differ in the delimiter or the decimal sign.';
  const [our, their] = [columnKeys(ours), columnKeys(theirs)];
  const same =
    our.keys.length === their.keys.length && our.keys.every((key, index) => key === their.keys[index]);
  return same ? null : 'The sides differ in their columns.';
}
