/** How many random cases, and from which seed. */
export interface RandomSettings {
  numRuns: number;
  seed: number;
}

/** These, unless `FW_CASES` or `FW_SEED` says otherwise; one that is set to nothing says nothing. */
export function randomSettings(numRuns: number, seed: number): RandomSettings {
  return {
    numRuns: Number(process.env['FW_CASES'] || numRuns),
    seed: Number(process.env['FW_SEED'] || seed),
  };
}
