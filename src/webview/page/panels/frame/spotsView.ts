import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Chart } from '../../../../charts';
import { moveAlong } from '../../widgets';
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
  moveAlong(event, [...list.querySelectorAll<HTMLElement>('.chart-spot')], { arrows: 'both', round: false });
}
