/** The problems strip, the list that opens from it and the ways to mend them. */
export { ProblemsPart } from './problemsPart';
