/** Scenarios as they are typed and kept: texts, which may be wrong or half-finished. */
import type { ScenarioField } from '../../../../core';
import { MOST_SCENARIOS } from '../../../../core';
import { isRecord } from '../../../../protocol';
import type { PanelPlace } from '../frame';

export const scenarioFields: readonly ScenarioField[] = ['new', 'lost', 'reactivated', 'goal'];

/** A number that can be changed: of a period, or (null) of each one that remains. */
export interface DraftCell {
  readonly period: string | null;
  readonly field: ScenarioField;
}

/** A scenario with what somebody typed into its fields; what is empty is not changed. */
export interface ScenarioDraft {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** What is kept of the panel for the segment that is looked at. */
export interface Drafts {
  /** One to three. */
  readonly all: readonly ScenarioDraft[];
  /** Place of the one that is edited. */
  readonly active: number;
}

const LETTERS = ['A', 'B', 'C'];
const LONGEST_NAME = 40;
const LONGEST_TEXT = 40;
/** Two numbers for each day of a year is more than anybody types. */
const MOST_TEXTS = 1000;

/** How a cell is called in what is kept: `lost=2024-11`, `lost=` for the rest of the year. */
export function keyOf({ period, field }: DraftCell): string {
  return `${field}=${period ?? ''}`;
}

/** The cell that a key of `keyOf` is of, or null. */
export function cellOf(key: string): DraftCell | null {
  const [name, ...rest] = key.split('=');
  const field = scenarioFields.find((one) => one === name);
  if (field === undefined || rest.length === 0) return null;
  const period = rest.join('=');
  return { period: period === '' ? null : period, field };
}

/** The scenarios of the segment. There is always one: an empty one to begin with. */
export function draftsOf({ options, session }: Pick<PanelPlace, 'options' | 'session'>): Drafts {
  const { scenarios, active } = optionNames(session.segment);
  const kept = parseDrafts(options[scenarios]);
  const all = kept.length === 0 ? [emptyDraft([])] : kept;
  const at = options[active];
  return { all, active: typeof at === 'number' && all[at] !== undefined ? at : 0 };
}

/** Keeps the scenarios, with the view of the file. */
export function keepDrafts(place: PanelPlace, { all, active }: Drafts): void {
  const names = optionNames(place.session.segment);
  const kept = all.map(({ name, texts }) => ({ name, texts: Object.fromEntries(texts) }));
  place.setOptions({ [names.scenarios]: JSON.stringify(kept), [names.active]: active });
}

/** Changes the scenario that is edited. */
export function changeActive(place: PanelPlace, change: (draft: ScenarioDraft) => ScenarioDraft): void {
  const { all, active } = draftsOf(place);
  keepDrafts(place, { all: all.map((draft, index) => (index === active ? change(draft) : draft)), active });
}

/** Keeps what was typed into a field; nothing means: as it is. */
export function typeInto(place: PanelPlace, cell: DraftCell, typed: string): void {
  changeActive(place, ({ name, texts }) => {
    const next = new Map(texts);
    if (typed.trim() === '') next.delete(keyOf(cell));
    else next.set(keyOf(cell), typed.slice(0, LONGEST_TEXT));
    return { name, texts: next };
  });
}

/** A scenario that changes nothing yet, under the first letter that is free. */
export function emptyDraft(others: readonly ScenarioDraft[]): ScenarioDraft {
  const free = LETTERS.find((letter) => others.every(({ name }) => name !== letter));
  return { name: free ?? uniqueName('A', others), texts: new Map() };
}

/** A name that is no other scenario's: with a number behind it where it has to be. */
export function uniqueName(wanted: string, others: readonly ScenarioDraft[]): string {
  const plain = wanted.trim().slice(0, LONGEST_NAME);
  if (plain === '') return emptyDraft(others).name;
  let name = plain;
  for (let number = 2; others.some((other) => other.name === name); number++) name = `${plain} ${number}`;
  return name;
}

/** Another segment has other customers, so it has scenarios of its own. */
function optionNames(segment: string | null): { readonly scenarios: string; readonly active: string } {
  const suffix = segment === null ? '' : `=${segment}`;
  return { scenarios: `scenarios${suffix}`, active: `active${suffix}` };
}

/** Anything may be kept there by another version. */
function parseDrafts(kept: unknown): ScenarioDraft[] {
  if (typeof kept !== 'string') return [];
  let value: unknown;
  try {
    value = JSON.parse(kept);
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  const drafts: ScenarioDraft[] = [];
  for (const one of value.slice(0, MOST_SCENARIOS) as unknown[]) {
    if (!isRecord(one) || typeof one['name'] !== 'string') continue;
    const texts = isRecord(one['texts']) ? Object.entries(one['texts']).slice(0, MOST_TEXTS) : [];
    drafts.push({
      name: uniqueName(one['name'], drafts),
      texts: new Map(
        texts.filter(
          (entry): entry is [string, string] =>
            cellOf(entry[0]) !== null && typeof entry[1] === 'string' && entry[1].length <= LONGEST_TEXT,
        ),
      ),
    });
  }
  return drafts;
}
