import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The line of headings of a table. */
export function tableHead(columns: readonly string[]): TemplateResult {
  return html`<thead>
    <tr>
      ${columns.map((name) => html`<th scope="col">${name}</th>`)}
    </tr>
  </thead>`;
}
