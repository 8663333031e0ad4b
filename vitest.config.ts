import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,bench,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'data/**'],
    globalSetup: ['server/testing/cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
