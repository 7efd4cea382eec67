import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Chart } from '../../../../charts';
import { frameText } from './text';

/** What can be picked in a chart. */
export interface Pick {
  /** The key of the spot that is picked now. */
  readonly picked: string | null;
  readonly pick: (key: string) => void;
}

/**
 * Buttons over the spots of a chart, because a picture is one thing to a screen reader: one stop of the Tab key, arrows
 * go from one to the next.
 */
export function spotsView(
  title: string,
  { width, height, spots = [] }: Chart,
  { picked, pick }: Pick,
): TemplateResult {
  const stop = Math.max(
    0,
    spots.findIndex(({ key }) => key === picked),
  );
  const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return html`<div class="chart-spot-list" role="group" aria-label=${frameText.spots(title)} @keydown=${move}>
    ${spots.map(
      (spot, index) =>
        html`<button
          class="chart-spot"
          style="left:${percent(spot.x, width)};top:${percent(spot.y, height)};width:${percent(spot.width, width)};height:${percent(spot.height, height)}"
          tabindex=${index === stop ? 0 : -1}
          aria-label=${spot.label}
          title=${spot.label}
          aria-pressed=${spot.key === picked ? 'true' : 'false'}
          @click=${() => pick(spot.key)}
        ></button>`,
    )}
  </div>`;
}

function move(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLElement>('.chart-spot')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.focus();
}
