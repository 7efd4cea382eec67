import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../widgets';
import type { Panel } from './panel';
import { frameText } from './text';

/** A panel with its heading; what it says is drawn into its `.panel-content`. */
export function panelFrame({ id, title }: Panel, close: () => void): TemplateResult {
  return html`<section
    class="panel framed"
    id=${`panel-${id}`}
    data-panel=${id}
    tabindex="-1"
    aria-labelledby=${`panel-title-${id}`}
  >
    <header class="panel-header">
      <h2 class="panel-title" id=${`panel-title-${id}`}>${title}</h2>
      <button
        class="icon-button"
        aria-label=${frameText.close(title)}
        title=${frameText.close(title)}
        @click=${close}
      >
        ${icon('close')}
      </button>
    </header>
    <div class="panel-content"></div>
  </section>`;
}
