import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Decomposition, SegmentAnalysis, SegmentLine } from '../../../../core';
import { SIGNIFICANCE } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { severityIcon } from '../../widgets';
import { segmentsText as text } from './text';
import { pointsText, probabilityText, rateIn } from './words';

/** What the segments say in plain words, and what their total hides. */
export function leadView(model: SegmentAnalysis, numbers: NumberDisplay): TemplateResult | typeof nothing {
  const sentences = [...differenceOf(model, numbers), ...movedOf(model, numbers)];
  if (sentences.length === 0) return nothing;
  const { simpson, mix, totalIsSum } = model;
  return html`<p class="panel-lead">${sentences.join(' ')}</p>
    ${
      simpson === true && 'change' in mix
        ? html`<p class="panel-warning">
            ${severityIcon('warning')}<span>${text.simpson(mix.change > 0)}</span>
          </p>`
        : nothing
    }
    ${totalIsSum ? html`<p class="panel-note">${text.isSum}</p>` : nothing}`;
}

function differenceOf({ after, test, lines }: SegmentAnalysis, numbers: NumberDisplay): string[] {
  const [only] = lines;
  if (after === null || only === undefined) return [];
  if (lines.length === 1) return [text.lead.one(only.name, rateIn(only.after, numbers), after)];
  if (!('p' in test)) return [text.lead.unknown(after, test.message)];
  const p = probabilityText(test.p, numbers);
  const sentence = test.p < SIGNIFICANCE ? text.lead.differ(after, p) : text.lead.alike(after, p);
  return [`${sentence}${endsOf(lines, numbers)}`];
}

/** Who keeps least and most. */
function endsOf(lines: readonly SegmentLine[], numbers: NumberDisplay): string {
  const known = lines.flatMap(({ name, after }) =>
    after === null || after.crr.value === null ? [] : [{ name, rate: after.crr.value }],
  );
  const [first] = known;
  if (first === undefined) return text.lead.noEnds;
  const low = known.reduce((least, one) => (one.rate < least.rate ? one : least), first);
  const high = known.reduce((most, one) => (one.rate > most.rate ? one : most), first);
  return low.rate === high.rate
    ? text.lead.noEnds
    : text.lead.ends(low.name, numbers.percent(low.rate), high.name, numbers.percent(high.rate));
}

function movedOf({ mix, before, lines }: SegmentAnalysis, numbers: NumberDisplay): string[] {
  if (!('change' in mix) || before === null || lines.length < 2) return [];
  const { change, rate, mix: moved }: Decomposition = mix;
  const [own, shift] = [pointsText(rate, numbers), pointsText(moved, numbers)];
  return [text.lead.moved(pointsText(change, numbers), before, own, shift)];
}
