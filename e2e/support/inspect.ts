import fs from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const colours = { type: 'rule', values: ['color-contrast'] };

/** What holds on every page: axe finds nothing, nothing scrolls sideways, and boxes of a phone are read without a lens. */
export const inspect = (page: Page): Promise<void> => inspectFor(page, everyRule);

/** The same page in other colours: only they can be wrong where all else was looked at. */
export const inspectColours = (page: Page): Promise<void> => inspectFor(page, colours);

async function inspectFor(page: Page, rules: typeof everyRule): Promise<void> {
  // Evaluated by the debugger, which the page's policy does not concern; once in each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async (runOnly) => {
    // Put there just now, or for an earlier look.
    const { run } = (globalThis as unknown as { axe: typeof axeCore }).axe;
    const { violations } = await run(document, {
      runOnly: runOnly as axeCore.RunOnly,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, rules);
  expect(found, page.url()).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await smallBoxes(page), `${page.url()} is drawn nearer on an iPhone`).toEqual([]);
}

/** Boxes that one types in, smaller than an iPhone leaves as they are. */
const smallBoxes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (!matchMedia('(pointer: coarse)').matches) return [];
    const typed =
      'input:not([type=checkbox], [type=radio], [type=file], [readonly]), textarea, [contenteditable=true]';
    return [...document.querySelectorAll(typed)]
      .filter((box) => box.checkVisibility() && parseFloat(getComputedStyle(box).fontSize) < 16)
      .map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
