/** What the command needs of the sources besides the workers. */
export { storeEntry } from './engine/corpus';
export { casesBefore, kindOf } from './engine/hunt';
export { TARGETS } from './targets';
