import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './company.ts';
import { inspect, inspectColours } from './inspect.ts';
import { visit } from './visit.ts';

/** In groups that one journey walks through; axe takes a while on each page. */
const groups = {
  'data and the guide': [
    '/imports',
    '/imports/new',
    '/duplicates',
    '/trash',
    '/today',
    '/documents',
    '/notices',
    '/help',
    '/help/lists',
  ],
  'the company and its people': [
    '/settings/company',
    '/settings/members',
    '/settings/teams',
    '/settings/roles',
    '/settings/numbering',
  ],
  'objects and their data': [
    '/settings/objects',
    '/settings/objects/account',
    '/settings/tags',
    '/settings/sample',
  ],
  'the system and oneself': [
    '/settings/history',
    '/settings/system',
    '/settings/me',
    '/settings/security',
    '/settings/notifications',
    '/settings/api-keys',
  ],
};
const narrow = { width: 360, height: 740 };

/** To another page without loading the application anew, as links do. */
async function go(page: Page, path: string): Promise<void> {
  const title = page.getByRole('main').getByRole('heading', { level: 1 }).first();
  const left = await title.innerText();
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect.poll(() => title.innerText(), { timeout: 10_000 }).not.toBe(left);
  await settle(page);
}

/** Everything is there and nothing is still being loaded. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0);
}

/** A word of the catalogues instead of what it says, a hole left in a sentence (those of number patterns are meant), or nothing at all. */
const untold =
  /^[a-z]+(?:[A-Z][a-z]*)+$|\{(?!yyyy\}|yy\}|mm\}|0)\w+\}|^(?:undefined|null|NaN)$|\[object /;

const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '');
    const labels = [...document.querySelectorAll('[aria-label], [placeholder], [title]')];
    for (const element of labels)
      for (const name of ['aria-label', 'placeholder', 'title'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.filter(Boolean);
  });

export const expectTold = async (page: Page): Promise<void> =>
  expect(
    (await textsOf(page)).filter((text) => untold.test(text)),
    page.url(),
  ).toEqual([]);

/** In light, and in dark; a phone is as narrow as they come the second time. */
async function inspectBoth(page: Page): Promise<void> {
  const usual = page.viewportSize() ?? narrow;
  await page.emulateMedia({ colorScheme: 'light' });
  await inspect(page);
  await expectTold(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  if (usual.width < 500) await page.setViewportSize(narrow);
  await inspectColours(page);
  await page.setViewportSize(usual);
}

interface Shown {
  company: Company;
  record: string;
  /** What the customer is called that stands first everywhere. */
  newest: string;
}

/** Looks at every page of a company, on a desktop or a phone: they are two files, so that they are looked at side by side. */
export function inspectPages({ phone }: { phone: boolean }): Shown {
  const shown = {} as Shown;
  beforeAll(async () => {
    shown.company = await openCompany(phone ? 'Mọi trang, cầm tay' : 'Mọi trang', {
      sample: 'gift-shop',
    });
    const { items } = await shown.company.api<{ items: { id: string; name: string }[] }>(
      'GET',
      'accounts?limit=1',
    );
    shown.record = `/accounts/${items[0]?.id}`;
    shown.newest = items[0]?.name ?? '';
  });
  describe(`on a ${phone ? 'phone' : 'desktop'}`, () => {
    // Whatever is shown is told in both languages: one on the desktop, the other on the phone.
    const language = phone ? 'en' : 'vi';
    const open = (path: string) => visit(path, { email: shown.company.email, phone, language });

    it('lists, boards, charts and records are for everybody, light and dark', async () => {
      const page = await open('/accounts?view=all');
      await page.getByRole('link', { name: shown.newest }).first().waitFor();
      await inspectBoth(page);
      await page.goto('/accounts?view=all&mode=board');
      await page.getByRole('link', { name: shown.newest }).first().waitFor();
      await inspectBoth(page);
      await page.goto('/accounts?view=all&mode=chart');
      await page.getByRole('img', { name: /nhiều nhất|leads with/ }).waitFor();
      await inspectBoth(page);
      await page.goto(shown.record);
      await settle(page);
      await inspectBoth(page);
    });

    it.each(Object.entries(groups))('so are the pages of %s', async (_name, paths) => {
      const page = await open('/accounts');
      await settle(page);
      for (const path of paths) {
        await go(page, path);
        await inspectBoth(page);
      }
    });
  });
  return shown;
}
