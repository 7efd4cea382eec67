/** Work in its place between the frames the browser paints. */
export { afterPaint } from './afterPaint';
export { Later, idleTask } from './idle';
export { Timing } from './timing';
