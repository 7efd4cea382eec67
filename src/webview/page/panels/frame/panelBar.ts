import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon, moveAlong } from '../../widgets';
import type { Panel, PanelId } from './panel';
import { frameText } from './text';

const KEYS = { arrows: 'horizontal', round: true } as const;

/** The line of buttons that open and close the panels: one stop of the Tab key, arrows go along it. */
export function panelBar(
  panels: readonly Panel[],
  open: ReadonlySet<PanelId>,
  toggle: (id: PanelId) => void,
): TemplateResult {
  return html`<div
    class="panel-bar"
    role="toolbar"
    aria-label=${frameText.bar}
    @keydown=${(event: KeyboardEvent) => moveAlong(event, buttonsOf(event), KEYS)}
    @focusin=${keepStop}
  >
    ${panels.map(
      ({ id, title }, index) =>
        html`<button
          class="panel-toggle"
          data-panel=${id}
          tabindex=${index === 0 ? 0 : -1}
          aria-expanded=${open.has(id) ? 'true' : 'false'}
          aria-controls=${open.has(id) ? `panel-${id}` : ''}
          @click=${() => toggle(id)}
        >
          ${icon(open.has(id) ? 'down' : 'right')}${title}
        </button>`,
    )}
  </div>`;
}

function buttonsOf(event: Event): HTMLElement[] {
  return [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.panel-toggle')];
}

/** The Tab key comes back to the button that was left. */
function keepStop(event: FocusEvent): void {
  for (const button of buttonsOf(event)) button.tabIndex = button === event.target ? 0 : -1;
}
