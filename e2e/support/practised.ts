import type { Locator, Page } from 'playwright-core';

/** Seconds that practised hands and eyes take, as known for long: a key, a click with the way to it, a thought before it. */
const seconds = { key: 0.2, click: 1.3, thought: 1.35 };

/** Works a page and counts what a person would have to do for the same. */
export function practised(page: Page) {
  const done = { keys: 0, clicks: 0, thoughts: 0 };
  return {
    done,
    /** Seconds a practised person would take for everything so far. */
    took: (): number =>
      done.keys * seconds.key + done.clicks * seconds.click + done.thoughts * seconds.thought,
    async click(where: Locator): Promise<void> {
      done.clicks += 1;
      done.thoughts += 1;
      await where.click();
    },
    /** Into whatever has the focus. */
    async type(text: string): Promise<void> {
      done.keys += text.length;
      done.thoughts += 1;
      await page.keyboard.type(text);
    },
    async press(...keys: readonly string[]): Promise<void> {
      done.keys += keys.length;
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}
