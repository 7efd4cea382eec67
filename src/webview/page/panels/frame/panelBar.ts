import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '../../widgets';
import type { Panel, PanelId } from './panel';
import { frameText } from './text';

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
    @keydown=${moveAlong}
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

function moveAlong(event: KeyboardEvent): void {
  const buttons = buttonsOf(event);
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1 + buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[next % buttons.length]?.focus();
}

/** The Tab key comes back to the button that was left. */
function keepStop(event: FocusEvent): void {
  for (const button of buttonsOf(event)) button.tabIndex = button === event.target ? 0 : -1;
}
