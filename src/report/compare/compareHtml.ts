import type { DocumentDiff, FigureDiff, MetricResult, NotesDiff } from '../../core';
import { formatPercent, formatPoints, formatNumber } from '../../core';
import { htmlText } from '../escape';
import { PAGE_POLICY } from '../policy';
import { comparedRows } from './comparedRows';
import type { ComparedCell, ComparedRow } from './comparedRows';
import { COMPARE_STYLE } from './style';
import { compareText as text } from './text';

/** What the two versions are called. */
export interface ComparedNames {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** More rows make a page slow to draw and are not read by anybody. */
const MOST_ROWS = 2000;
/** From so many unchanged rows on, only the others are shown at first. */
const MANY_SAME = 12;
/** More of the lines and values of settings and notes are left to the diff of the text. */
const MOST_LINES = 40;
const NONE = '\u2013';

/**
 * Two versions of a file as one table, for a webview without scripts: what changed is struck out beside what it became,
 * and signs before the rows say so too. Colours are the editor's.
 *
 * @example
 * compareHtml(diffDocuments(before, after), { file: 'a.retention', before: 'HEAD', after: 'the file now' });
 */
export function compareHtml(diff: DocumentDiff, names: ComparedNames): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(text.title(names.file))}</title>`,
    `<style>${COMPARE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${htmlText(text.title(names.file))}</h1>`,
    `<p class="versions">${htmlText(text.versions(names.before, names.after))}</p>`,
    `<p class="counts">${htmlText(countsOf(diff))}</p>`,
    ...listOf(diff),
    ...tableOf(diff),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

function countsOf({ counts, same }: DocumentDiff): string {
  if (same) return text.noDifference;
  const kinds = (['changed', 'added', 'removed', 'same'] as const).filter((kind) => counts[kind] > 0);
  return `${kinds.map((kind) => text.counts[kind](counts[kind])).join(', ')}.`;
}

/** What changed besides the rows, as a short list. */
function listOf({ columns, settings, notes, reordered }: DocumentDiff): string[] {
  const items = [
    ...(reordered ? [htmlText(text.reordered)] : []),
    ...(columns.added.length > 0 ? [htmlText(text.columnsAdded(columns.added.join(', ')))] : []),
    ...(columns.removed.length > 0 ? [htmlText(text.columnsRemoved(columns.removed.join(', ')))] : []),
    ...(columns.reordered ? [htmlText(text.columnsReordered)] : []),
    ...settings
      .slice(0, MOST_LINES)
      .map(({ key, before, after }) => `${htmlText(`${text.settings}, ${key}`)}: ${change(before, after)}`),
    ...notes.slice(0, MOST_LINES).map(noteItem),
  ];
  return items.length === 0 ? [] : ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'];
}

function noteItem({ before, after, afterLine }: NotesDiff): string {
  const lines = (all: readonly string[]): string | null => (all.length === 0 ? null : all.join('\n'));
  const place = htmlText(`${text.notes}, ${text.line(afterLine)}`);
  return `${place}: <span class="lines">${change(lines(before), lines(after))}</span>`;
}

function tableOf(diff: DocumentDiff): string[] {
  const { columns, rows, more, sameLeftOut } = comparedRows(diff, MOST_ROWS);
  const same = rows.filter(({ kind }) => kind === 'same').length;
  const differ = rows.length - same;
  const head = [text.row, ...columns, text.crr, text.crrChange, text.gapChange];
  const checked = same >= MANY_SAME && differ > 0 ? ' checked' : '';
  return [
    ...(same === 0 || differ === 0
      ? []
      : [
          `<p><input type="checkbox" id="only"${checked}> <label for="only">${htmlText(text.onlyChanged)}</label></p>`,
        ]),
    ...(rows.length === 0
      ? []
      : [
          `<div class="scroll" role="region" aria-label="${htmlText(text.table)}" tabindex="0">`,
          `<table aria-label="${htmlText(text.table)}">`,
          `<thead><tr>${head.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('')}</tr></thead>`,
          '<tbody>',
          ...rows.map(rowOf),
          '</tbody>',
          '</table>',
          '</div>',
        ]),
    ...(sameLeftOut > 0 ? [`<p>${htmlText(text.sameLeftOut(sameLeftOut))}</p>`] : []),
    ...(more > 0 ? [`<p>${htmlText(text.moreRows(more))}</p>`] : []),
  ];
}

const SIGNS: Readonly<Record<ComparedRow['kind'], string>> = {
  same: '',
  changed: '~',
  added: '+',
  removed: '\u2212',
};

function rowOf({ kind, cells, crr, gapPoints }: ComparedRow): string {
  const sign = `<span aria-hidden="true">${SIGNS[kind]}</span>${hidden(text.kind[kind])}`;
  return [
    `<tr class="${kind}"><th scope="row">${sign}</th>`,
    ...cells.map((cell) => `<td${cell.differs ? ' class="differs"' : ''}>${cellText(cell)}</td>`),
    `<td class="figure">${figureText(crr)}</td>`,
    `<td class="figure">${changeText(crr)}</td>`,
    `<td class="figure">${changeText(gapPoints)}</td></tr>`,
  ].join('');
}

function cellText({ before, after, differs }: ComparedCell): string {
  if (differs) return change(before === '' ? null : before, after === '' ? null : after);
  const only = after ?? before ?? '';
  return after === null ? `<del>${htmlText(only)}</del>` : htmlText(only);
}

/** What was, struck out, and what is; null for nothing. */
function change(before: string | null, after: string | null): string {
  const was = before === null ? `<span>${NONE}</span>` : `<del>${lines(before)}</del>`;
  const is = after === null ? `<span>${NONE}</span>` : `<ins>${lines(after)}</ins>`;
  return `${hidden(text.was)}${was}<span class="arrow" aria-hidden="true"> \u2192 </span>${hidden(text.now)}${is}`;
}

function lines(content: string): string {
  return content.split('\n').map(htmlText).join('<br>');
}

function figureText({ before, after, differs }: FigureDiff): string {
  const [was, is] = [percent(before), percent(after)];
  return differs && before !== null && after !== null && was !== is
    ? change(was, is)
    : htmlText(after === null ? was : is);
}

function percent(result: MetricResult | null): string {
  return result === null || result.value === null ? NONE : formatPercent(result.value);
}

function changeText({ change: points, differs }: FigureDiff): string {
  if (points === null) return NONE;
  return differs ? htmlText(formatPoints(points)) : htmlText(text.points(formatNumber(0, 1)));
}

function hidden(words: string): string {
  return `<span class="hidden">${htmlText(words)}</span>`;
}
