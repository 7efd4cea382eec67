/** The title, the settings and the segment: the head of the page. */
export { HeaderPart } from './headerPart';
export { goalText, typedGoal } from './settings';
