// npm run screenshots: the pictures of the two READMEs, taken from the real program with the gift shop's sample.
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createCompany } from '../e2e/support/create-company.ts';
import { findChromium } from '../e2e/support/find-chromium.ts';
import { startServer } from '../e2e/support/start-server.ts';
import { buildWeb } from './build-web.mjs';
import { shrinkPng } from './shrink-png.ts';

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'pictures');
const company = {
  name: 'Quà tặng Mộc Lan',
  email: 'chau@moclan.example',
  adminName: 'Phạm Minh Châu',
  password: 'một câu dài dễ nhớ',
  sample: 'gift-shop',
};

interface Picture {
  name: string;
  path: string;
  phone?: boolean;
  dark?: boolean;
  /** What has to be there before it is taken. */
  shows(page: Page): Promise<unknown>;
}

interface Groups {
  groups: { keys: { id: string }[]; values: number[] }[];
}

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: picture.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: picture.phone ? 2 : 1,
    hasTouch: picture.phone ?? false,
    colorScheme: picture.dark ? 'dark' : 'light',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  const { email, password } = company;
  await context.request.post('/api/auth/sign-in', {
    data: { email, password },
    headers: { origin },
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  // The thread shows what time it is.
  await page.clock.setFixedTime(`${new Date().toISOString().slice(0, 10)}T07:30:00Z`);
  await page.goto(picture.path);
  await picture.shows(page);
  // The stream of live changes never ends, so a silent network cannot be waited for.
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  const file = path.join(folder, `${picture.name}.png`);
  const bytes = shrinkPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  fs.writeFileSync(file, bytes);
  await context.close();
  process.stdout.write(`${picture.name}.png ${Math.round(bytes.length / 1000)} kB\n`);
}

const rows = (page: Page) => page.getByRole('row').nth(12).waitFor();
const thread = (page: Page) => page.getByRole('article').first().waitFor();

function pictures(id: string): Picture[] {
  const list = '/accounts?group=stage';
  return [
    { name: 'list', path: list, shows: rows },
    { name: 'list-dark', path: list, dark: true, shows: rows },
    {
      name: 'board',
      path: '/leads?mode=board',
      shows: (page) => page.getByRole('group', { name: 'Bảng cột' }).waitFor(),
    },
    {
      name: 'record',
      path: `/accounts/${id}`,
      shows: thread,
    },
    {
      name: 'phone',
      path: `/accounts/${id}`,
      phone: true,
      shows: thread,
    },
  ];
}

/** The customer with the most people: there is something to see on the page. */
async function findRichest(origin: string, key: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/contacts/aggregate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      groupBy: [{ field: 'account' }],
      measures: [{ fn: 'count' }],
      where: { field: 'account', op: 'isNotEmpty' },
    }),
  });
  const { groups } = (await answer.json()) as Groups;
  const [first] = groups.toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
  const [account] = first?.keys ?? [];
  if (!account) throw new Error('the sample has no customer with people');
  return account.id;
}

buildWeb();
fs.mkdirSync(folder, { recursive: true });
const server = await startServer();
try {
  const key = await createCompany(server.dataDir, company);
  const richest = await findRichest(server.origin, key);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const picture of pictures(richest)) await take(browser, server.origin, picture);
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}
