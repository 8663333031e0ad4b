import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../scripts/build-web.mjs';
import { findChromium } from './find-chromium.ts';
import { startServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one browser. */
    browser: string;
    /** The one program; each file of journeys has a company of its own in it. */
    origin: string;
    dataDir: string;
    /** Process of the program. */
    pid: number;
  }
}

/** One build, one program and one browser for all journeys. */
export default async function startJourneys(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  buildWeb();
  const server = await startServer();
  const browser = await chromium.launchServer({
    executablePath,
    // As root there is no sandbox to be had; the pages are our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  project.provide('browser', browser.wsEndpoint());
  project.provide('origin', server.origin);
  project.provide('dataDir', server.dataDir);
  project.provide('pid', server.pid);
  return async () => {
    await browser.close();
    await server.stop();
  };
}
