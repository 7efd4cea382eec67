import { markdownText } from '../core';
import type { Block, Figure, ReportPage, TableColumn, Task } from './page';

/**
 * Pages in GitHub-flavoured Markdown, one after the other: for issues, wikis, mails and pull requests. Every text of the
 * file is shown as it is, never as markup.
 */
export function markdown(pages: readonly ReportPage[]): string {
  return pages.map(pageText).join('\n');
}

/** A GitHub-flavoured Markdown table; the cells are Markdown already. */
export function markdownTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ];
}

function pageText({ title, subtitle, blocks, footer }: ReportPage): string {
  const parts = [
    `# ${markdownText(title)}`,
    markdownText(subtitle),
    ...blocks.map(blockText).filter((part) => part !== ''),
    `_${markdownText(footer)}_`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${markdownText(block.text)}`;
    case 'text':
      return block.weight === 'lead' ? `**${markdownText(block.text)}**` : markdownText(block.text);
    case 'figures':
      return figuresText(block.figures);
    case 'list':
      return block.items.map((item) => `- ${markdownText(item)}`).join('\n');
    case 'tasks':
      return block.tasks.map(taskText).join('\n');
    case 'table':
      return markdownTable(
        block.columns.map(({ title, align }) => ({ title: markdownText(title), align })),
        block.rows.map((row) => row.map(markdownText)),
      ).join('\n');
    case 'trend':
    case 'reasons':
      return '';
  }
}

function figuresText(figures: readonly Figure[]): string {
  const columns: TableColumn[] = [
    { title: 'Figure', align: 'left' },
    { title: 'Value', align: 'right' },
    { title: '', align: 'left' },
  ];
  const rows = figures.map(({ label, value, remark }) => [label, value, remark].map(markdownText));
  return markdownTable(columns, rows).join('\n');
}

function taskText({ done, status, text, details }: Task): string {
  const rest = [status, ...details].map(markdownText).join('; ');
  return `- [${done ? 'x' : ' '}] ${markdownText(text)} (${rest})`;
}
