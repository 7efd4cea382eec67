import type { Panel, PanelsHooks, PanelsState } from './frame';
import { PanelsPart } from './frame';
import { benchmarksPanel } from './benchmarks/benchmarksPanel';
import { flowPanel } from './flow/flowPanel';
import { notesPanel } from './notes/notesPanel';
import { playbookPanel } from './playbook/playbookPanel';
import { reasonsPanel } from './reasons/reasonsPanel';
import { revenuePanel } from './revenue/revenuePanel';
import { segmentsPanel } from './segments/segmentsPanel';
import { trendPanel } from './trend/trendPanel';
import { whatIfPanel } from './whatIf/whatIfPanel';

/** All panels, in the order in which they are offered. */
const panels: readonly Panel[] = [
  trendPanel,
  flowPanel,
  reasonsPanel,
  segmentsPanel,
  revenuePanel,
  whatIfPanel,
  benchmarksPanel,
  notesPanel,
  playbookPanel,
];

/** The panels below the grid, as they were left. */
export function createPanels(host: HTMLElement, kept: PanelsState, hooks: PanelsHooks): PanelsPart {
  return new PanelsPart(host, panels, kept, hooks);
}
