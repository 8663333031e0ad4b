import { defineConfig } from 'vitest/config';

const common = { exclude: ['**/node_modules/**', 'data/**', 'dist/**'], pool: 'forks' as const };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'engine',
          include: ['{shared,server,bench,scripts,web}/**/*.test.ts'],
          globalSetup: ['server/testing/cluster.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
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
