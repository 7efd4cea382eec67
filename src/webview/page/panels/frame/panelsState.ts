import { isRecord } from '../../../../protocol';
import type { OptionValue, PanelId, PanelOptions } from './panel';
import { panelIds } from './panel';

/** What of the panels outlives a reload. */
export interface PanelsState {
  readonly open: readonly PanelId[];
  /** Height of the part of the page that the panels have, in CSS pixels; null: as the page sees fit. */
  readonly height: number | null;
  readonly options: Readonly<Partial<Record<PanelId, PanelOptions>>>;
}

export const closedPanels: PanelsState = { open: [], height: null, options: {} };

/** Reads what was kept: anything, if another version of the extension wrote it. */
export function parsePanels(value: unknown): PanelsState {
  if (!isRecord(value)) return closedPanels;
  const { open, height, options } = value;
  return {
    open: Array.isArray(open) ? panelIds.filter((id) => open.includes(id)) : [],
    height: typeof height === 'number' && Number.isFinite(height) && height > 0 ? height : null,
    options: isRecord(options)
      ? Object.fromEntries(
          panelIds.flatMap((id) => (isRecord(options[id]) ? [[id, parseOptions(options[id])]] : [])),
        )
      : {},
  };
}

function parseOptions(value: Readonly<Record<string, unknown>>): PanelOptions {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, OptionValue] => isOptionValue(entry[1])),
  );
}

function isOptionValue(value: unknown): value is OptionValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
