/** The cells of the notebook below the grid: what the figures mean, one question a panel. */
export type { PanelsHooks, PanelsState, Picture } from './frame';
export { closedPanels, parsePanels, PanelsPart } from './frame';
export { createPanels } from './panels';
