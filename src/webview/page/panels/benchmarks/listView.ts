import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { BenchmarkComparison } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { tableHead } from '../../widgets';
import { differenceOf, nameOf, publishedOf, yoursOf } from './figures';
import { benchmarksText as text } from './text';

/** The figures with all that has to be known of them: source, year, quality, what was done to compare them. */
export function listView(
  comparisons: readonly BenchmarkComparison[],
  numbers: NumberDisplay,
): TemplateResult {
  return html`<div class="benchmark-list" tabindex="0" role="region" aria-label=${text.columns[0]}>
    <table>
      ${tableHead(text.columns)}
      <tbody>
        ${comparisons.map((comparison) => rowView(comparison, numbers))}
      </tbody>
    </table>
  </div>`;
}

function rowView(comparison: BenchmarkComparison, numbers: NumberDisplay): TemplateResult {
  const { benchmark, yours, run, cautions } = comparison;
  const remarks = [
    ...(yours.value === null ? [text.why(benchmark.incomparable ?? yours.message)] : []),
    ...(run === null || run.kind === 'same' ? [] : [run.message]),
    ...cautions,
  ];
  return html`<tr>
    <th scope="row">
      ${nameOf(comparison)}
      <span class="benchmark-remark">${sourceView(comparison)}</span>
      ${remarks.map((remark) => html`<span class="benchmark-remark">${remark}</span>`)}
    </th>
    <td>${publishedOf(benchmark, numbers)}</td>
    <td>${yoursOf(comparison, numbers)}</td>
    <td>${differenceOf(comparison, numbers)}</td>
  </tr>`;
}

function sourceView({ source, benchmark: { year, quality } }: BenchmarkComparison): TemplateResult {
  const name = source.url === null ? source.text : html`<a href=${source.url}>${source.text}</a>`;
  return html`${name}, ${year === null ? text.unknownYear : text.year(String(year))}; ${text.quality[quality]}`;
}
