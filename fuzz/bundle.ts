/** What the command needs of the sources besides the threads. */
export { storeEntry } from './engine/corpus';
export { kindOf, SHARD_CASES } from './engine/hunt';
export { TARGETS } from './targets';
