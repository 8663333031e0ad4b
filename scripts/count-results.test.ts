import { expect, it } from 'vitest';
import { countResults } from './count-results.mjs';

const report = (...files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });

it('counts tests, and leaves out those that were skipped', () => {
  const text = report(
    { status: 'passed', tests: ['passed', 'passed', 'pending'] },
    { status: 'failed', tests: ['passed', 'failed', 'failed'] },
  );
  expect(countResults(text, 1)).toEqual({ passed: 3, failed: 2 });
});

it('counts a file that cannot be loaded as a failure', () => {
  const text = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
  expect(countResults(text, 1)).toEqual({ passed: 1, failed: 1 });
});

it('never reports success for a run that failed outside its tests, or wrote no report', () => {
  expect(countResults(report({ status: 'passed', tests: ['passed'] }), 1).failed).toBe(1);
  expect(countResults(undefined, 137)).toEqual({ passed: 0, failed: 1 });
});
