import type { Chart } from '../charts';
import { svgText } from '../charts';
import { htmlText } from './escape';
import type { Block, Figure, ReportPage, TableColumn, Task } from './page';
import { PAGE_POLICY } from './policy';
import { reasonsPicture, trendCaption, trendPicture } from './pictures';
import { STYLE } from './style';
import { text } from './text';

/** Width of the pictures, which shrink with the page. */
const WIDTH = 720;

/**
 * Pages as one HTML document with inline SVG pictures, without a script and without anything to load: to be opened,
 * mailed or printed, each on pages of its own.
 */
export function html(pages: readonly ReportPage[]): string {
  const title = words(pages.length === 1 ? pages[0]!.title : text.title);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`,
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
    `<h1>${words(title)}</h1>`,
    `<p class="subtitle">${words(subtitle)}</p>`,
    '</header>',
    ...sectionsOf(blocks).map((section) => `<section>\n${section.map(blockText).join('\n')}\n</section>`),
    `<footer>${words(footer)}</footer>`,
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
      return `<h2>${words(block.text)}</h2>`;
    case 'text':
      return `<p class="${block.weight}">${words(block.text)}</p>`;
    case 'figures':
      return `<dl class="figures">\n${block.figures.map(figureText).join('\n')}\n</dl>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${words(item)}</li>`).join('\n')}\n</ul>`;
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
  return `<figure>${svgText(picture)}<figcaption>${words(caption)}</figcaption></figure>`;
}

function figureText({ label, value, remark, tone }: Figure): string {
  const below = remark === '' ? '' : `<dd class="remark">${words(remark)}</dd>`;
  return `<div><dt>${words(label)}</dt><dd class="value ${tone}">${words(value)}</dd>${below}</div>`;
}

function taskText({ done, status, text: what, details }: Task): string {
  const rest = details.length === 0 ? '' : `<br><small>${details.map(words).join('; ')}</small>`;
  return `<li class="${done ? 'done' : 'open'}"><span class="status">${words(status)}</span><span>${words(what)}${rest}</span></li>`;
}

function tableText(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: string, content: string, column: number): string =>
    `<${tag}${columns[column]?.align === 'right' ? ' class="number"' : ''}>${words(content)}</${tag.split(' ', 1)[0]!}>`;
  const head = columns.map(({ title }, column) => cell('th scope="col"', title, column)).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((content, column) => cell(column === 0 ? 'th scope="row"' : 'td', content, column)).join('')}</tr>`,
  );
  return `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

/** What belongs together at the end of a line: a number and its unit, a p and its value. */
const TOGETHER = / (?=%|pt(?!\p{L}))|(?<=(?<!\p{L})p) (?=[<=] )|(?<=(?<!\p{L})p [<=]) (?=\d)/gu;

function words(text: string): string {
  return htmlText(text.replace(TOGETHER, '\u00a0'));
}
