import { defineConfig } from 'vitest/config';

const common = { exclude: ['**/node_modules/**', 'data/**', 'dist/**'], pool: 'forks' as const };

export default defineConfig({
  test: {
    // One more than CI has cores: tests wait for databases, browsers and clocks more than they reckon.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...common,
          name: 'engine',
          include: ['{server,bench,scripts}/**/*.test.ts'],
          globalSetup: ['server/testing/cluster.ts'],
          setupFiles: ['server/testing/close-databases.ts'],
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'plain',
          include: ['{shared,web}/**/*.test.ts'],
          // Nothing but values in and out: a process for each of a hundred files takes longer than what they check.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...common,
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/global-setup.ts'],
          // As patient as the clicks are, see support/visit.ts.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
