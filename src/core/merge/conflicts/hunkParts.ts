import { parseDocument } from '../../document/document';
import type { RetentionDocument } from '../../document/types';
import type { TextRange } from '../../text/edit';
import { FrontItems, mergeFrontItem, settingName } from '../front';
import type { RowNumbers } from '../keys';
import { mergeZone, zoneConflict, ZoneLines } from '../lineZone';
import { mergeOrder } from '../order';
import { RowMerger } from '../rows';
import { contestedTwins, firstRowFrom, inTime, titleOf, VersionTable } from '../table';
import type { Tables } from '../table';
import type { VersionName } from '../types';
import { PartList } from './parts';
import { cellsOf } from './rowCells';
import type { ConflictPart } from './types';
import type { VersionText, VersionTexts } from './versions';

/** The base of a hunk where nobody knows it. */
const NOTHING: VersionText = { document: parseDocument(''), places: null };

/** The lines of a hunk in one version, by the parts of the file they belong to. */
interface HunkLines {
  readonly document: RetentionDocument;
  /** Null: every line of the document may belong to it. */
  readonly place: TextRange | null;
}

type HunkVersions = Readonly<Record<VersionName, HunkLines>>;

/** The rows, settings and other lines of a hunk; null when it can't be taken apart. */
export function partsOf(versions: VersionTexts, index: number): ConflictPart[] | null {
  const linesOf = ({ document, places }: VersionText): HunkLines => ({
    document,
    place: places?.[index] ?? null,
  });
  const hunk: HunkVersions = {
    base: linesOf(versions.base ?? NOTHING),
    ours: linesOf(versions.ours),
    theirs: linesOf(versions.theirs),
  };
  if (cutsStructure(hunk.ours) || cutsStructure(hunk.theirs)) return null;
  const tables = {
    base: versions.givenBase ?? tableIn(hunk.base, versions.numbers),
    ours: tableIn(hunk.ours, versions.numbers),
    theirs: tableIn(hunk.theirs, versions.numbers),
  };
  if (contestedTwins(tables) !== null) return null;
  const parts = new PartList(versions.ours.document.eol, versions.base !== null);
  addSettings(hunk, parts);
  addLines(hunk, parts, ({ front, hasBom, header, length }) => [
    front?.end ?? (hasBom ? 1 : 0),
    header?.start ?? length,
  ]);
  addRows(versions, hunk, tables, parts);
  addLines(hunk, parts, ({ rowsEnd, length }) => [rowsEnd, length]);
  return parts.list;
}

/** True when a hunk holds the header or a fence of the settings, or begins or ends inside a row. */
function cutsStructure({ document, place }: HunkLines): boolean {
  if (place === null || document.header === null) return place !== null;
  const holds = (range: TextRange | null): boolean =>
    range !== null && range.start < place.end && range.end > place.start;
  if (holds(document.header) || holds(document.front?.open ?? null) || holds(document.front?.close ?? null))
    return true;
  const isInside = (offset: number): boolean => {
    const row = firstRowFrom(document, offset) - 1;
    return row >= 0 && document.rowRange(row).start < offset && document.rowRange(row).end > offset;
  };
  return isInside(place.start) || isInside(place.end);
}

function addSettings(hunk: HunkVersions, parts: PartList): void {
  const items = {
    base: settingsIn(hunk.base),
    ours: settingsIn(hunk.ours),
    theirs: settingsIn(hunk.theirs),
  };
  for (const key of mergeOrder(items.base, items.ours, items.theirs)) {
    const outcome = mergeFrontItem(key, items);
    const sources = {
      base: items.base.get(key)?.text ?? null,
      ours: items.ours.get(key)?.text ?? null,
      theirs: items.theirs.get(key)?.text ?? null,
    };
    const entry = (items.ours.get(key) ?? items.theirs.get(key))?.entry ?? null;
    if (entry === null) parts.addMerged(typeof outcome === 'string' ? outcome : null);
    else parts.add('setting', settingName(key), sources, outcome, []);
  }
}

function settingsIn({ document, place }: HunkLines): FrontItems {
  return place === null ? new FrontItems(document) : new FrontItems(document, place.start, place.end);
}

function addRows(versions: VersionTexts, hunk: HunkVersions, tables: Tables, parts: PartList): void {
  const documents = { base: hunk.base.document, ours: hunk.ours.document, theirs: hunk.theirs.document };
  const merger = new RowMerger(tables, documents, versions.columns, versions.base !== null);
  for (const key of mergeOrder(
    tables.base,
    tables.ours,
    tables.theirs,
    inTime([tables.ours, tables.theirs]),
  )) {
    const outcome = merger.merge(key);
    if (tables.ours.row(key) < 0 && tables.theirs.row(key) < 0) {
      parts.addMerged(typeof outcome === 'string' ? outcome : null);
      continue;
    }
    const sources = {
      base: tables.base.source(key),
      ours: tables.ours.source(key),
      theirs: tables.theirs.source(key),
    };
    parts.add('row', titleOf(tables, key), sources, outcome, cellsOf(versions.columns, tables, merger, key));
  }
}

function tableIn({ document, place }: HunkLines, numbers: RowNumbers): VersionTable {
  return place === null
    ? new VersionTable(document, numbers)
    : new VersionTable(document, numbers, place.start, place.end);
}

function addLines(
  hunk: HunkVersions,
  parts: PartList,
  zoneOf: (document: RetentionDocument) => readonly [from: number, to: number],
): void {
  const zone = ({ document, place }: HunkLines): ZoneLines => {
    const [from, to] = zoneOf(document);
    // A base that was given does not say which of its lines belong here.
    if (place === null) return new ZoneLines('', 0, 0);
    return new ZoneLines(document.text, Math.max(from, place.start), Math.min(to, place.end));
  };
  const zones = { base: zone(hunk.base), ours: zone(hunk.ours), theirs: zone(hunk.theirs) };
  if (hunk.base.place === null) {
    parts.addLines({ ours: all(zones.ours), base: null, theirs: all(zones.theirs) });
    return;
  }
  for (const stretch of mergeZone(zones)) {
    if (stretch.kind === 'conflict') parts.addLines(zoneConflict(zones, stretch));
    else parts.addMerged(zones[stretch.kind].slice(stretch));
  }
}

function all(lines: ZoneLines): string | null {
  return lines.some({ from: 0, to: lines.lines.length });
}
