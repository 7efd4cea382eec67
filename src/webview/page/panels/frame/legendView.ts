import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Ink } from '../../../../charts';
import { ink } from '../../../../charts';

/** One kind of mark and what it stands for. */
export interface LegendEntry {
  readonly ink: Ink;
  /** How it is drawn: colours alone tell nobody enough. */
  readonly line: 'solid' | 'dashed' | 'dotted' | 'area' | 'hollow' | 'bar' | 'outline' | 'dot';
  readonly label: string;
}

/** What the marks of a chart stand for; entries that are false are left out. */
export function legendView(entries: readonly (LegendEntry | false)[]): TemplateResult {
  return html`<ul class="panel-legend">
    ${entries
      .filter((entry) => entry !== false)
      .map(
        (entry) =>
          html`<li>
            <svg width="22" height="12" aria-hidden="true">${sampleOf(entry)}</svg>${entry.label}
          </li>`,
      )}
  </ul>`;
}

function sampleOf({ ink: name, line }: LegendEntry): TemplateResult {
  const paint = ink(name);
  switch (line) {
    case 'area':
      return svg`<rect y="2" width="22" height="8" fill=${paint} fill-opacity="0.55" />`;
    case 'bar':
      return svg`<rect x="1" y="1" width="16" height="10" fill=${paint} />`;
    case 'outline':
      return svg`<rect x="1" y="1" width="16" height="10" fill="none" stroke=${paint} stroke-dasharray="3 2" />`;
    case 'dot':
      return svg`<circle cx="11" cy="6" r="4" fill=${paint} />`;
    case 'hollow':
      return svg`<circle cx="11" cy="6" r="3.5" fill=${ink('background')} stroke=${paint} stroke-width="1.5" />`;
    case 'solid':
      return svg`<line x1="0" x2="22" y1="6" y2="6" stroke=${paint} stroke-width="2" />`;
    case 'dashed':
      return svg`<line x1="0" x2="22" y1="6" y2="6" stroke=${paint} stroke-width="1.5" stroke-dasharray="6 4" />`;
    case 'dotted':
      return svg`<line x1="1" x2="22" y1="6" y2="6" stroke=${paint} stroke-width="1.5" stroke-dasharray="1 4" stroke-linecap="round" />`;
  }
}
