/** What one run of the suite leaves behind. */
export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  /** Title and error of every test or hook that failed. */
  readonly failures: readonly string[];
}

/** The start of the console line that carries the outcome as JSON; scripts/test-integration.mjs looks for it. */
export const marker = '##integration ';
