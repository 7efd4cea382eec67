import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SegmentAnalysis } from '../../../../core';
import { analyseSegments } from '../../../../core';
import { checklist, selectControl } from '../../widgets';
import type { Panel, PanelPlace } from '../frame';
import { addColumnView, gapsView, rangeControl } from '../frame';
import type { Choices } from './choices';
import { choicesOf, chooseNames, named, orders, SHOWN, views } from './choices';
import type { Drawing } from './drawn';
import { drawnOf } from './drawn';
import { leadView } from './leadView';
import { movedView } from './movedView';
import { pairsView } from './pairsView';
import { ratesView } from './ratesView';
import { segmentsText as text } from './text';
import { timeView } from './timeView';

const viewOf = { rates: ratesView, time: timeView, moved: movedView, pairs: pairsView };

/** Who stays and who leaves: segments side by side, over time, and what each adds to the change of the total. */
export const segmentsPanel: Panel = {
  id: 'segments',
  title: text.title,
  view: (place) => {
    const { notebook, numbers } = place.session;
    const choices = choicesOf(place);
    const model = analyseSegments(notebook, choices.options);
    const drawing = drawnOf(place, model, choices);
    const nothingToDraw = model.lines.length === 0 || model.after === null;
    return html`${leadView(model, numbers)}
    ${model.names.length === 0 ? nothing : controlsView(place, model, choices)}
    ${nothingToDraw ? nothing : viewOf[choices.view](drawing)} ${moreView(drawing, choices)}
    ${gapsView(model.gaps, place.actions, () => {
      const isMissing = notebook.document.column('segment') === null;
      return isMissing ? addColumnView(place, 'segment') : nothing;
    })}`;
  },
};

function controlsView(place: PanelPlace, model: SegmentAnalysis, choices: Choices): TemplateResult {
  const { view, order } = choices;
  const { numbers } = place.session;
  const { names, lines } = model;
  const shown = new Set(lines.map(({ name }) => name));
  return html`<div class="panel-controls">
    ${checklist({
      id: 'segments-chosen',
      label: text.chosen,
      summary: text.choice(
        lines.length,
        names.length,
        numbers.count(lines.length),
        numbers.count(names.length),
      ),
      names,
      isChecked: (name) => shown.has(name),
      words: { all: text.listed, search: text.search },
      check: (chosen) => chooseNames(place, chosen),
    })}
    ${selectControl('segments-view', text.show, '', choiceOf(views, text.views), {
      value: view,
      disabled: false,
      choose: (chosen) => place.setOption('view', chosen),
    })}
    ${
      view === 'time'
        ? rangeControl(place, 'segments', longest(place, model))
        : periodControls(place, model, view === 'moved')
    }
    ${
      view === 'rates' || view === 'time'
        ? selectControl('segments-order', text.order, '', choiceOf(orders, text.orders), {
            value: order,
            disabled: false,
            choose: (chosen) => place.setOption('order', chosen),
          })
        : nothing
    }
  </div>`;
}

function choiceOf<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

function longest({ session: { notebook } }: PanelPlace, { names }: SegmentAnalysis): number {
  return names.reduce((most, name) => Math.max(most, notebook.periodCount(name)), notebook.periodCount(null));
}

function periodControls(
  place: PanelPlace,
  { periods, before, after }: SegmentAnalysis,
  both: boolean,
): TemplateResult {
  const control = (id: 'before' | 'after', value: string | null): TemplateResult =>
    selectControl(
      `segments-${id}`,
      text[id],
      '',
      periods
        .filter(({ planned }) => !planned)
        .map(({ name, incomplete }) => ({
          value: named(name),
          label: incomplete ? text.running(name) : name,
        }))
        .reverse(),
      {
        value: value === null ? '' : named(value),
        disabled: value === null,
        choose: (chosen) => place.setOption(id, chosen),
      },
    );
  return html`${control('after', after)} ${both ? control('before', before) : nothing}`;
}

/** How many of the segments are drawn, and the way to the others. */
function moreView({ place, model, lines }: Drawing, { view, all }: Choices): TemplateResult | typeof nothing {
  const count = model.lines.length;
  if (view === 'pairs' || count <= SHOWN) return nothing;
  const { numbers } = place.session;
  return html`<p class="panel-note">
    ${text.shown(numbers.count(lines.length), numbers.count(count))}
    <button class="link-button" @click=${() => place.setOption('all', !all)}>
      ${all ? text.fewer(numbers.count(SHOWN)) : text.more(numbers.count(count))}
    </button>
  </p>`;
}
