import fs from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What holds on every page: axe finds nothing, and nothing scrolls sideways. */
export async function inspect(page: Page): Promise<void> {
  // Evaluated by the debugger, which the page's policy does not concern.
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    // Put there a line ago.
    const { run } = (globalThis as unknown as { axe: typeof axeCore }).axe;
    const { violations } = await run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, rules);
  expect(found, page.url()).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
