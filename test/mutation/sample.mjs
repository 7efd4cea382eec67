import { createHash } from 'node:crypto';

/**
 * True for the share of all mutants that is tried: as good as random, and the same ones in every run with the same seed.
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
export function isInSample({ fileName, location, replacement }) {
  const share = Number(process.env.MUTATION_SAMPLE ?? '1');
  if (share >= 1) return true;
  const key = [
    process.env.MUTATION_SEED ?? '1',
    fileName.slice(fileName.indexOf('src/core/')),
    JSON.stringify(location),
    replacement,
  ];
  const hash = createHash('sha256').update(key.join('\n')).digest();
  return hash.readUInt32LE(0) / 2 ** 32 < share;
}
