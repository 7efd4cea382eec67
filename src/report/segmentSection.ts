import type {
  Change,
  Comparison,
  LiveNotebook,
  NotebookPeriod,
  SegmentAnalysis,
  SegmentLine,
  Undefined,
} from '../core';
import {
  analyseSegments,
  formatCount,
  formatPercent,
  formatPoints,
  formatProbability,
  isDefined,
  pointsBetween,
  SIGNIFICANCE,
} from '../core';
import type { Block } from './page';
import type { Section } from './sections';
import { text } from './text';
import { heading, intervalText, paragraph, shown, small } from './words';

/** More segments than this are not read. */
const SEGMENTS_SHOWN = 8;

/** The segments beside each other, and which part of the change of the total is theirs. */
export interface SegmentReport extends Section {
  /** For the section about what changed. */
  readonly mix: readonly Block[];
}

/** Says nothing where the file has fewer than two segments. */
export function segmentReport(notebook: LiveNotebook, change: Change): SegmentReport {
  if (notebook.segments.length < 2) return { blocks: [], gaps: [], mix: [] };
  const analysis = analyseSegments(notebook);
  if (analysis.after === null) return { blocks: [], gaps: [], mix: [] };
  return {
    blocks: [heading(text.segments), ...sentences(analysis), ...table(analysis)],
    gaps: analysis.gaps.filter(({ code }) => code !== 'missing-periods' && code !== 'overlapping-periods'),
    mix: mixOf(analysis, change),
  };
}

function sentences({ lines, weakest, test }: SegmentAnalysis): Block[] {
  const rate = lines.find(({ name }) => name === weakest)?.after?.crr;
  const lowest =
    weakest === null || rate === undefined ? [] : [text.weakest(weakest, shown(rate, formatPercent))];
  const tested =
    'p' in test ? [(test.p < SIGNIFICANCE ? text.differ : text.alike)(formatProbability(test.p))] : [];
  const words = [...lowest, ...tested];
  return words.length === 0 ? [] : [paragraph(words.join(' '))];
}

function table({ lines }: SegmentAnalysis): Block[] {
  const sized = lines
    .map((line, place) => ({ line, place, size: line.after?.counts.start ?? -1 }))
    .sort((a, b) => b.size - a.size || a.place - b.place);
  const rows = sized.slice(0, SEGMENTS_SHOWN).map(({ line }) => rowOf(line));
  const columns = text.segmentColumns.map((title, index) => ({
    title,
    align: index === 0 || index === 5 ? ('left' as const) : ('right' as const),
  }));
  const left =
    lines.length > rows.length ? [small(text.segmentsLeftOut(rows.length, formatCount(lines.length)))] : [];
  return [{ kind: 'table', columns, rows }, ...left];
}

function rowOf({ name, before, after, rest }: SegmentLine): string[] {
  return [
    name,
    after === null || after.counts.start === null ? text.nothing : formatCount(after.counts.start),
    after === null ? text.nothing : shown(after.crr, formatPercent),
    after === null ? text.nothing : intervalText(after.wilson),
    changeText(before, after),
    againstOthers(rest),
  ];
}

function changeText(before: NotebookPeriod | null, after: NotebookPeriod | null): string {
  const known = before !== null && after !== null && isDefined(before.crr) && isDefined(after.crr);
  return known ? formatPoints(pointsBetween(before.retained!, after.retained!)) : text.nothing;
}

function againstOthers(rest: Comparison | Undefined): string {
  if (!('p' in rest) || rest.p.value === null || rest.difference.value === null) return text.nothing;
  if (!rest.evidence) return text.noEvidence;
  return rest.difference.value > 0 ? text.better : text.worse;
}

/** Only where the total is the sum of the segments and of the same periods: else the parts are not parts of it. */
function mixOf({ mix, simpson, before, after, totalIsSum }: SegmentAnalysis, change: Change): Block[] {
  if (!('change' in mix) || !totalIsSum || change.points.value === null) return [];
  if (before !== change.before?.name || after !== change.after?.name || mix.change === 0) return [];
  const points = (share: number): string => formatPoints(100 * share);
  const words = [text.mix(points(mix.change), points(mix.rate), points(mix.mix))];
  const [first] = [...mix.segments].sort((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix));
  if (first !== undefined) words.push(text.contributor(first.name, points(first.rate + first.mix)));
  if (simpson === true) words.push(text.simpson);
  return [paragraph(words.join(' '))];
}
