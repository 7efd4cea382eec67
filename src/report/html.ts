import type { Chart } from '../charts';
import { svgText } from '../charts';
import { htmlText } from './escape';
import type { Block, Figure, ReportPage, TableColumn, Task } from './page';
import { reasonsPicture, trendCaption, trendPicture } from './pictures';
import { STYLE } from './style';
import { text } from './text';

/** Width of the pictures, which shrink with the page. */
const WIDTH = 720;

/** Nothing may be loaded or run, whatever a file holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * Pages as one HTML document with inline SVG pictures, without a script and without anything to load: to be opened,
 * mailed or printed, each on pages of its own.
 */
export function html(pages: readonly ReportPage[]): string {
  const title = htmlText(pages.length === 1 ? pages[0]!.title : text.title);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${STYLE}</style>`,
    '</head>',
    '<body>',
    ...pages.map(pageText),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function pageText({ title, subtitle, blocks, footer }: ReportPage): string {
  return [
    '<article>',
    '<header>',
    `<h1>${htmlText(title)}</h1>`,
    `<p class="subtitle">${htmlText(subtitle)}</p>`,
    '</header>',
    ...sectionsOf(blocks).map((section) => `<section>\n${section.map(blockText).join('\n')}\n</section>`),
    `<footer>${htmlText(footer)}</footer>`,
    '</article>',
  ].join('\n');
}

/** A section begins with each heading. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${htmlText(block.text)}</h2>`;
    case 'text':
      return `<p class="${block.weight}">${htmlText(block.text)}</p>`;
    case 'figures':
      return `<dl class="figures">\n${block.figures.map(figureText).join('\n')}\n</dl>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${htmlText(item)}</li>`).join('\n')}\n</ul>`;
    case 'tasks':
      return `<ul class="tasks">\n${block.tasks.map(taskText).join('\n')}\n</ul>`;
    case 'table':
      return tableText(block.columns, block.rows);
    case 'trend':
      return figureOf(trendPicture(block.trend, WIDTH), trendCaption(block.trend));
    case 'reasons':
      return figureOf(reasonsPicture(block.reasons, WIDTH), text.reasonsCaption);
  }
}

function figureOf(picture: Chart, caption: string): string {
  return `<figure>${svgText(picture)}<figcaption>${htmlText(caption)}</figcaption></figure>`;
}

function figureText({ label, value, remark, tone }: Figure): string {
  const below = remark === '' ? '' : `<dd class="remark">${htmlText(remark)}</dd>`;
  return `<div><dt>${htmlText(label)}</dt><dd class="value ${tone}">${htmlText(value)}</dd>${below}</div>`;
}

function taskText({ done, status, text: what, details }: Task): string {
  const rest = details.length === 0 ? '' : `<br><small>${details.map(htmlText).join('; ')}</small>`;
  return `<li class="${done ? 'done' : 'open'}"><span class="status">${htmlText(status)}</span><span>${htmlText(what)}${rest}</span></li>`;
}

function tableText(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: string, words: string, column: number): string =>
    `<${tag}${columns[column]?.align === 'right' ? ' class="number"' : ''}>${htmlText(words)}</${tag.split(' ', 1)[0]!}>`;
  const head = columns.map(({ title }, column) => cell('th scope="col"', title, column)).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((words, column) => cell(column === 0 ? 'th scope="row"' : 'td', words, column)).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}
