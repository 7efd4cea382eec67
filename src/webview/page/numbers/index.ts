/** Numbers for people, and exact decimal text. */
export { roundDecimalText, scaledToDecimal, trimDecimal } from './decimal';
export type { NumberDisplay } from './numbers';
export { NARROW_SPACE, numberDisplay } from './numbers';
