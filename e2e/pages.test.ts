import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect, inspectColours } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
let record: string;
beforeAll(async () => {
  company = await openCompany('Mọi trang', { sample: 'gift-shop' });
  const { items } = await company.api<{ items: { id: string }[] }>('GET', 'accounts?limit=1');
  record = `/accounts/${items[0]?.id}`;
});

/** In groups that one journey walks through; axe takes a while on each page. */
const groups = {
  'data and the guide': [
    '/imports',
    '/imports/new',
    '/duplicates',
    '/trash',
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
const pages = Object.values(groups).flat();

const narrow = { width: 360, height: 740 };

/** Everything is there and nothing is still being loaded. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
}

/** In light, and in dark; a phone is as narrow as they come the second time. */
async function inspectBoth(page: Page): Promise<void> {
  const usual = page.viewportSize() ?? narrow;
  await page.emulateMedia({ colorScheme: 'light' });
  await inspect(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  if (usual.width < 500) await page.setViewportSize(narrow);
  await inspectColours(page);
  await page.setViewportSize(usual);
}

for (const phone of [false, true])
  describe(`on a ${phone ? 'phone' : 'desktop'}`, () => {
    const open = (path: string) => visit(path, { email: company.email, phone });

    it('lists, boards, charts and records are for everybody, light and dark', async () => {
      const page = await open('/accounts?view=all');
      await page.getByRole('link', { name: 'Vũ Thị Thảo' }).first().waitFor();
      await inspectBoth(page);
      await page.goto('/accounts?view=all&mode=board');
      await page.getByRole('link', { name: 'Vũ Thị Thảo' }).first().waitFor();
      await inspectBoth(page);
      await page.goto('/accounts?view=all&mode=chart');
      await page.getByRole('img', { name: /khách hàng/i }).waitFor();
      await inspectBoth(page);
      await page.goto(record);
      await settle(page);
      await inspectBoth(page);
    });

    it.each(Object.entries(groups))('so are the pages of %s', async (_name, paths) => {
      const page = await open('/help');
      for (const path of paths) {
        await page.goto(path);
        await settle(page);
        await inspectBoth(page);
      }
    });
  });

describe('the language', () => {
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

  it('changes at once, here and everywhere, with every label told in it', async () => {
    const page = await visit('/accounts?view=all', { email: company.email });
    await page.getByRole('heading', { name: 'Khách hàng', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    for (const path of ['/accounts?view=all', record, ...pages]) {
      await page.goto(path);
      await settle(page);
      expect(
        (await textsOf(page)).filter((text) => untold.test(text)),
        path,
      ).toEqual([]);
    }
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByText('Tiếng Việt', { exact: true }).click();
    await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
  });
});
