import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Chart } from '../../../../charts';
import { svgText } from '../../../../charts';
import { menuButton, tableHead, whenOpen } from '../../widgets';
import { drawing } from './drawing';
import type { PanelActions } from './panel';
import { pngOf, toBase64 } from './picture';
import type { Pick } from './spotsView';
import { spotsView } from './spotsView';
import { frameText } from './text';

/** What stands behind a chart, for those who want the numbers or do not see the picture. */
export interface DataTable {
  readonly columns: readonly string[];
  /** A row each; the first cell is its heading. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartViewOptions {
  /** What the chart is called: in menus, and as the name of its file. */
  readonly title: string;
  readonly chart: Chart;
  readonly table: DataTable;
  readonly actions: PanelActions;
  /** What happens when somebody picks one of the chart's spots. */
  readonly pick?: Pick;
}

/** A picture with its menu and the table behind it. */
export function chartView({ title, chart, table, actions, pick }: ChartViewOptions): TemplateResult {
  return html`<figure class="chart" data-chart=${title}>
    ${pick === undefined ? drawing(chart) : html`<div class="chart-spots">${drawing(chart)} ${spotsView(title, chart, pick)}</div>`}
    <figcaption class="chart-tools">
      <details class="chart-table">
        <summary>${frameText.table}</summary>
        <div class="chart-table-scroll" tabindex="0" role="region" aria-label=${frameText.tableOf(title)}>
          ${whenOpen(() => tableView(title, table))}
        </div>
      </details>
      ${menuButton({
        label: frameText.picture,
        menuLabel: frameText.pictureMenu(title),
        items: [
          { label: frameText.copySvg, run: () => copySvg(chart, actions) },
          { label: frameText.copyPng, run: () => void copyPng(chart, actions) },
          { label: frameText.save, run: () => void save(title, chart, actions) },
        ],
      })}
    </figcaption>
  </figure>`;
}

/** The numbers as a table. */
export function tableView(title: string, { columns, rows }: DataTable): TemplateResult {
  return html`<table aria-label=${frameText.tableOf(title)}>
    ${tableHead(columns)}
    <tbody>
      ${rows.map(
        ([heading = '', ...cells]) =>
          html`<tr>
            <th scope="row">${heading}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function copySvg(chart: Chart, actions: PanelActions): void {
  actions.copy(svgText(chart));
  actions.announce(frameText.copied);
}

async function copyPng(chart: Chart, actions: PanelActions): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(chart) })]);
    actions.announce(frameText.copied);
  } catch {
    // Some windows keep the clipboard from pages; a file is always possible.
    actions.announce(frameText.copyFailed);
  }
}

async function save(title: string, chart: Chart, actions: PanelActions): Promise<void> {
  actions.savePicture({ name: title, svg: svgText(chart), png: await toBase64(await pngOf(chart)) });
}
