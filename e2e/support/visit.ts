import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { password } from './company.ts';

export interface Visitor {
  phone?: boolean;
  dark?: boolean;
  language?: 'vi' | 'en';
  /** Signed in as; nobody when absent. */
  email?: string;
  /** With the worker that keeps the application for when there is no network; it fetches all of it for each visit. */
  worker?: boolean;
  /** Another program than the one all journeys share. */
  origin?: string;
  /** By how many minutes its clock is ahead, as that of such a program may be. */
  later?: number;
}

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const patienceMs = 10_000;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

const wrong: string[] = [];
/** What pages complained of: errors of scripts, and what the policy for content refused. */
afterEach(async () => {
  const complaints = wrong.splice(0);
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints).toEqual([]);
});

/** A browser of one person, with its own cookies and storage, at the given path. */
export async function visit(path: string, visitor: Visitor = {}): Promise<Page> {
  const {
    phone = false,
    dark = false,
    language = 'vi',
    email,
    worker = false,
    origin = inject('origin'),
    later,
  } = visitor;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: phone ? sizes.phone : sizes.desktop,
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    serviceWorkers: worker ? 'allow' : 'block',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(patienceMs);
  if (later !== undefined) await context.clock.install({ time: Date.now() + later * 60_000 });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) wrong.push(message.text());
  });
  if (email !== undefined) {
    const answer = await context.request.post('/api/auth/sign-in', {
      data: { email, password },
      headers: { origin },
    });
    expect(answer.status()).toBe(200);
    // Their language is the company's until they choose; the journey says which.
    await context.request.patch('/api/v1/me', { data: { language }, headers: { origin } });
  }
  await page.goto(path);
  return page;
}
