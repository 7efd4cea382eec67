import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Gap } from '../../../../core';
import { icon } from '../../widgets';
import type { PanelActions } from './panel';
import { frameText } from './text';

/**
 * What a panel cannot show, and why, with the way to the rows it is about.
 *
 * @param linkOf another way out of a gap, where the panel knows one
 */
export function gapsView<Said extends Pick<Gap, 'message' | 'rows'>>(
  gaps: readonly Said[],
  { goToCell }: Pick<PanelActions, 'goToCell'>,
  linkOf: (gap: Said) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  return html`<ul class="panel-gaps">
    ${gaps.map((gap) => {
      const {
        message,
        rows: [row],
      } = gap;
      const link =
        row === undefined
          ? nothing
          : html`<button class="link-button" @click=${() => goToCell(row, null)}>
              ${frameText.goToRow(row + 1)}
            </button>`;
      return html`<li>${icon('info')}<span>${message} ${link} ${linkOf(gap)}</span></li>`;
    })}
  </ul>`;
}
