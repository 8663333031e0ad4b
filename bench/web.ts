import { execFile } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../e2e/support/find-chromium.ts';
import { buildWeb } from '../scripts/build-web.mjs';
import { figureTable, machine, type Figure } from './report.ts';
import { addCompany, openScratch, type Scratch } from './scratch.ts';

const visits = 5;
const opened = 20;
const person = { email: 'web@bench.test', password: 'một câu dài dễ nhớ' };
const list = '/accounts';

/** What people with a browser wait for: the real program, and a Chromium that has seen nothing of it. */
export async function measureWeb(accounts: number): Promise<string> {
  buildWeb();
  const scratch = await openScratch();
  try {
    const company = await addCompany(scratch, accounts);
    await letIn(scratch, `bench_${company.accounts}`);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const figures = [
        ...(await firstLoads(browser, scratch.origin, accounts)),
        ...(await openings(browser, scratch.origin, accounts)),
      ];
      return report(figures, browser.version());
    } finally {
      await browser.close();
    }
  } finally {
    await scratch.close();
  }
}

const report = (figures: readonly Figure[], chromiumVersion: string) =>
  [
    '# Measured in the browser',
    '',
    `${machine('npm run bench -- --web')}, Chromium ${chromiumVersion} without a window, program and browser on this machine, nothing slowed down.`,
    '',
    `Of the list page: ${visits} visits, each with an empty cache and no service worker. Script is what the server sends when gzip is asked for. Interactive is when the first row is painted and no task of 50 ms or more is left for half a second.`,
    `Of a record: ${opened} different ones pressed in the list one after another, the first with the code of its page still to be fetched. Content is the title and the key facts, painted; whole is when nothing on the page is loading any more.`,
    '',
    ...figureTable(figures),
    '',
  ].join('\n');

async function letIn(scratch: Scratch, workspace: string): Promise<void> {
  const cli = path.resolve(import.meta.dirname, '..', 'server', 'cli.ts');
  const who = [`--email=${person.email}`, `--password=${person.password}`, '--name=Trần Bình'];
  await promisify(execFile)(
    process.execPath,
    [cli, 'user', 'add', ...who, '--role=all', `--workspace=${workspace}`],
    { env: { ...process.env, DATA_DIR: scratch.folder } },
  );
}

/** A browser that has seen nothing, signed in. */
async function enter(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
  });
  const answer = await context.request.post('/api/auth/sign-in', {
    data: person,
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`signing in was answered with ${answer.status()}`);
  await context.addInitScript({ path: path.join(import.meta.dirname, 'in-page.js') });
  return context;
}

async function firstLoads(browser: Browser, origin: string, accounts: number): Promise<Figure[]> {
  const times: number[] = [];
  let kilobytes = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await enter(browser, origin);
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url());
    });
    await page.goto(list);
    times.push(await page.evaluate<number>('duyenBench.interactiveMs()'));
    kilobytes = (await sizeOf([...scripts])) / 1000;
    await context.close();
  }
  const seconds = times.map((ms) => ms / 1000);
  return [
    atMost('script of the list page, gzip', accounts, kilobytes, 'kB', 350, 250),
    atMost('list page interactive, median', accounts, quantile(seconds, 0.5), 's', 2, 2),
    atMost('list page interactive, slowest', accounts, Math.max(...seconds), 's', 2, 2),
  ];
}

/** Bytes as they go over the wire to a browser that takes gzip. */
async function sizeOf(addresses: readonly string[]): Promise<number> {
  const sizes = addresses.map(
    (address) =>
      new Promise<number>((resolve, reject) => {
        const headers = { 'accept-encoding': 'gzip' };
        http
          .get(address, { headers }, (answer) => {
            let size = 0;
            answer.on('data', (chunk: Buffer) => (size += chunk.length));
            answer.on('end', () => resolve(size));
          })
          .on('error', reject);
      }),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

interface Opening {
  contentMs: number;
  wholeMs: number;
}

async function openings(browser: Browser, origin: string, accounts: number): Promise<Figure[]> {
  const context = await enter(browser, origin);
  const page = await context.newPage();
  await page.goto(list);
  await page.evaluate('duyenBench.interactiveMs()');
  const found: Opening[] = [];
  for (let row = 0; row < opened; row += 1) {
    found.push(await page.evaluate<Opening>(`duyenBench.openRow(${row})`));
    await page.goBack();
    await page.getByRole('grid').getByRole('row').nth(opened).waitFor();
  }
  await context.close();
  const [content, whole] = [found.map((each) => each.contentMs), found.map((each) => each.wholeMs)];
  const row = (what: string, times: readonly number[], q: number) =>
    atMost(`open a record from a list, ${what}`, accounts, quantile(times, q), 'ms', 150, 80);
  return [
    row('to content, median', content, 0.5),
    row('to content, p95', content, 0.95),
    row('whole page, median', whole, 0.5),
    row('whole page, p95', whole, 0.95),
  ];
}

const atMost = (
  what: string,
  accounts: number,
  value: number,
  unit: string,
  must: number,
  aim: number,
): Figure => ({ what, accounts, value, unit, must, aim, atMost: true });

/** The value that this part of all values does not pass. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}
