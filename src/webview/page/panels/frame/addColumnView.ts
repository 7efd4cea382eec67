import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PanelPlace } from './panel';
import { frameText } from './text';

/**
 * The way to a column that a panel needs; nothing where the file cannot be edited.
 *
 * @param begin what the column's name may begin with
 */
export function addColumnView(
  { session, actions }: Pick<PanelPlace, 'session' | 'actions'>,
  begin: string,
): TemplateResult | typeof nothing {
  if (session.readOnly !== null) return nothing;
  return html`<button class="link-button" @click=${() => actions.addColumn(begin)}>
    ${frameText.addColumn}
  </button>`;
}
