import type { Gap, LiveNotebook } from '../core';
import { analyseChange, analyseTrend, formatDay } from '../core';
import { headlineBlocks } from './headline';
import type { Block, ReportPage } from './page';
import { planSection } from './planSection';
import { changeSection, numbersSection, reasonsSection, revenueSection } from './sections';
import { segmentReport } from './segmentSection';
import { text } from './text';
import { heading } from './words';

export interface ReportOptions {
  /** The file's name or path, for the title where the file gives none, and for the footer. */
  readonly file: string;
  /** The segment it is about; default all customers, which shows the segments beside each other. */
  readonly segment?: string | null;
}

/**
 * What a manager wants to know of a notebook, on one page: the figure, its interval, the gap in customers, what changed
 * and whether it is noise, the biggest reasons, the plan. `markdown` and `html` write it.
 *
 * @example
 * markdown([reportPage(LiveNotebook.open('period,start,lost\n2024,100,10\n'), { file: 'shop.retention' })]);
 */
export function reportPage(notebook: LiveNotebook, { file, segment = null }: ReportOptions): ReportPage {
  const { document } = notebook;
  const { title, method } = document.settings;
  const { period } = notebook.summary(segment);
  const segments =
    segment === null
      ? segmentReport(notebook, analyseChange(notebook, segment))
      : { blocks: [], gaps: [], mix: [] };
  const sections = [
    changeSection(notebook, segment, segments.mix),
    reasonsSection(notebook, segment),
    segments,
    revenueSection(notebook, segment),
    planSection(notebook),
    numbersSection(analyseTrend(notebook, segment)),
  ];
  return {
    title: title === null || title === '' ? `${text.title}: ${baseName(file)}` : title,
    subtitle: [
      segment ?? text.allCustomers,
      period === null ? text.noPeriod : text.lastComplete(period),
    ].join(text.separator),
    blocks: [
      ...headlineBlocks(notebook, segment),
      ...sections.flatMap(({ blocks }) => blocks),
      ...careBlocks(
        notebook,
        sections.flatMap(({ gaps }) => gaps),
      ),
    ],
    footer: text.footer(baseName(file), formatDay(notebook.today), method),
  };
}

/** A page travels; where the file lay does not matter to its readers. */
function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** What the page cannot say, each thing once, and that the file has problems. */
function careBlocks(notebook: LiveNotebook, gaps: readonly Gap[]): Block[] {
  const items = [...new Set(gaps.map(({ message }) => message))];
  const { error, warning } = notebook.problemCounts;
  const problems = [
    ...(error > 0 ? [text.count(error, 'error')] : []),
    ...(warning > 0 ? [text.count(warning, 'warning')] : []),
  ];
  if (problems.length > 0) items.push(text.problems(problems.join(text.and)));
  return items.length === 0 ? [] : [heading(text.care), { kind: 'list', items }];
}
