/** Passed and failed tests of a Vitest run; no report when it did not come that far. */
export function countResults(
  report: string | undefined,
  status: number,
): { passed: number; failed: number };
