export { StatusBar } from './statusBar';
export type { StatusBarState } from './statusBar';
