import type { TemplateResult } from 'lit';
import type { Granularity } from '../../../../core';
import { defaultRange } from '../../../../core';
import { selectControl } from '../../widgets';
import type { PanelPlace } from './panel';
import { frameText } from './text';

/** More periods than this are a smear, and their table is no reading. */
const MOST_PERIODS = 600;

/** The ranges somebody may choose; the usual one of the file's periods comes first. */
function rangesOf(granularity: Granularity): number[] {
  const usual = defaultRange(granularity);
  return [usual, usual * 2, usual * 5, MOST_PERIODS];
}

/** How many periods the panel looks at. */
export function chosenRange({ options, session }: Pick<PanelPlace, 'options' | 'session'>): number {
  const ranges = rangesOf(session.notebook.document.granularity);
  return ranges.find((range) => range === options['range']) ?? ranges[0]!;
}

/**
 * Lets somebody choose how many periods a panel looks at.
 *
 * @param id of the panel, for the element
 * @param available how many periods there are; ranges beyond them are not offered
 */
export function rangeControl(place: PanelPlace, id: string, available: number): TemplateResult {
  const { numbers, notebook } = place.session;
  const { granularity } = notebook.document;
  const ranges = rangesOf(granularity);
  const value = chosenRange(place);
  const offered = ranges.filter(
    (range, index) => index === 0 || range === value || ranges[index - 1]! < available,
  );
  return selectControl(
    `${id}-range`,
    frameText.range,
    '',
    offered.map((range) => ({
      value: String(range),
      label:
        range >= available && range !== ranges[0]
          ? frameText.allPeriods(numbers.count(available))
          : frameText.lastPeriods(granularity, numbers.count(range)),
    })),
    {
      value: String(value),
      disabled: false,
      choose: (chosen) => place.setOption('range', Number(chosen)),
    },
  );
}
