import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BenchmarkComparison, Benchmarks, IndustryKey } from '../../../../core';
import { analyseBenchmarks, INDUSTRIES, industryOf, setSetting } from '../../../../core';
import { comparisonChart } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { selectControl } from '../../widgets';
import type { Panel, PanelPlace } from '../frame';
import { chartView, gapsView, legendView } from '../frame';
import { isComparable, nameOf, publishedOf, sentenceOf, yoursOf } from './figures';
import { listView } from './listView';
import { benchmarksText as text } from './text';

/** How many figures are listed until somebody asks for all. */
const FEW = 8;

/** Published figures of the industry beside the file's own: only what is of the same kind and length is compared. */
export const benchmarksPanel: Panel = {
  id: 'benchmarks',
  title: text.title,
  view: (place) => {
    const { notebook, segment, numbers } = place.session;
    const chosen =
      typeof place.options['industry'] === 'string' ? industryOf(place.options['industry']) : null;
    const model = analyseBenchmarks(notebook, segment, chosen === null ? {} : { industry: chosen });
    return html`<p class="panel-lead">${leadOf(model, numbers)}</p>
      ${controlsView(place, model)} ${pictureView(place, model)} ${figuresView(place, model)}
      ${gapsView(chosen === null ? model.gaps : [], place.actions)}`;
  },
};

function leadOf({ industry, comparisons }: Benchmarks, numbers: NumberDisplay): string {
  return text.lead(
    comparisons.length,
    numbers.count(comparisons.length),
    numbers.count(comparisons.filter(isComparable).length),
    INDUSTRIES[industry ?? 'all'],
  );
}

function controlsView(place: PanelPlace, { industry }: Benchmarks): TemplateResult {
  const { document } = place.session.notebook;
  const shown = industry ?? 'all';
  const set = document.settings.industry;
  const isSet = set !== null && industryOf(set) === shown;
  const keys = Object.keys(INDUSTRIES) as IndustryKey[];
  const options = keys.map((key) => ({ value: key, label: INDUSTRIES[key] }));
  const keep = (): void => {
    const edits = setSetting(document, 'industry', shown);
    if (place.actions.edit(edits, text.keptIndustry(INDUSTRIES[shown]))) place.setOption('industry', null);
  };
  return html`<div class="panel-controls">
    ${selectControl('benchmarks-industry', text.industry, '', options, {
      value: shown,
      disabled: false,
      choose: (key) => place.setOption('industry', key),
    })}
    ${
      isSet || place.session.readOnly !== null
        ? nothing
        : html`<button class="button button-secondary panel-control-button" @click=${keep}>
            ${text.setIndustry}
          </button>`
    }
  </div>`;
}

function pictureView(place: PanelPlace, { comparisons }: Benchmarks): TemplateResult | typeof nothing {
  const { numbers } = place.session;
  const rows = comparisons.filter(isComparable).slice(0, FEW);
  if (rows.length === 0) return nothing;
  return html`${chartView({
    title: text.title,
    chart: comparisonChart({
      width: place.width,
      label: text.label(rows.map((row) => sentenceOf(row, numbers)).join('; ')),
      rows: rows.map((row) => ({
        name: nameOf(row),
        low: row.benchmark.low / 100,
        high: row.benchmark.high === null ? null : row.benchmark.high / 100,
        yours: row.yours.value,
        interval: row.interval !== null && 'low' in row.interval ? row.interval : null,
        title: sentenceOf(row, numbers),
      })),
      format: (share) => numbers.exactPercent(share),
    }),
    table: {
      columns: text.columns.slice(0, 3),
      rows: rows.map((row) => [nameOf(row), publishedOf(row.benchmark, numbers), yoursOf(row, numbers)]),
    },
    actions: place.actions,
  })}
  ${legendView([
    { ink: 'goal', line: 'outline', label: text.legend.published },
    { ink: 'line', line: 'dot', label: text.legend.yours },
  ])}`;
}

function figuresView(place: PanelPlace, { comparisons }: Benchmarks): TemplateResult {
  const { numbers } = place.session;
  const all = place.options['all'] === true;
  const shown: readonly BenchmarkComparison[] = all ? comparisons : comparisons.slice(0, FEW);
  const toggle =
    comparisons.length <= FEW
      ? nothing
      : html`<button class="link-button" @click=${() => place.setOption('all', !all)}>
          ${all ? text.fewer : text.more(numbers.count(comparisons.length))}
        </button>`;
  return html`${listView(shown, numbers)} ${toggle}`;
}
