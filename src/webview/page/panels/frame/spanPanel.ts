import { html } from 'lit';
import type { nothing, TemplateResult } from 'lit';
import type { ChosenRange, ChosenSpan, Gap, LiveNotebook } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { gapsView } from './gapsView';
import type { Panel, PanelId, PanelPlace } from './panel';
import { chosenSpan, spanControl } from './spanControl';

/** What a panel says of one period, or of several together. */
export interface SpanModel extends ChosenSpan {
  readonly gaps: readonly Gap[];
}

export interface SpanPanelOptions<Model extends SpanModel> {
  readonly id: PanelId;
  readonly title: string;
  readonly analyse: (notebook: LiveNotebook, segment: string | null, range: ChosenRange) => Model;
  /** The answer in a sentence. */
  readonly lead: (model: Model, numbers: NumberDisplay) => string;
  readonly picture: (place: PanelPlace, model: Model) => TemplateResult | typeof nothing;
}

/** A panel that looks at one period, or at all together: its answer, the choice, its picture, and what is missing. */
export function spanPanel<Model extends SpanModel>(options: SpanPanelOptions<Model>): Panel {
  const { id, title, analyse, lead, picture } = options;
  return {
    id,
    title,
    view: (place) => {
      const { notebook, segment, numbers } = place.session;
      const model = analyse(notebook, segment, chosenSpan(place));
      return html`<p class="panel-lead">${lead(model, numbers)}</p>
        ${spanControl(place, id, model)} ${picture(place, model)} ${gapsView(model.gaps, place.actions)}`;
    },
  };
}
