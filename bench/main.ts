import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { latencies } from './latency.ts';
import { ratios } from './ratios.ts';
import { reminders } from './reminders.ts';
import { report, type Figure, type Results } from './report.ts';
import { addCompany, openScratch, residentMb, type Scratch } from './scratch.ts';
import { transfers } from './transfers.ts';
import { measureWeb } from './web.ts';
import { workLatencies } from './work.ts';

const { values } = parseArgs({
  options: {
    /** Measures the screens in Chromium instead, with one company. */
    web: { type: 'boolean', default: false },
    /** Size of the largest company; smaller ones have a tenth and a hundredth. */
    accounts: { type: 'string' },
    /** Where the table is written; `-` writes no file. */
    out: { type: 'string' },
  },
});

const largest = Number(values.accounts ?? (values.web ? 10_000 : 1_000_000));
/** The smallest company, a hundredth, needs a thousand activities to remind of. */
const least = values.web ? 1000 : 20_000;
const out = values.out ?? (values.web ? 'bench/web.md' : 'bench/results.md');
if (!Number.isInteger(largest) || largest < least) {
  process.stderr.write(`--accounts takes a whole number of at least ${least}\n`);
  process.exit(2);
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function measure(scratch: Scratch): Promise<Results> {
  const { rows } = await scratch.database.app.query<{ server_version: string }>(
    'show server_version',
  );
  const results: Results = {
    ratios: [],
    latencies: [],
    figures: [],
    postgres: rows[0]?.server_version ?? '',
  };
  results.figures.push(await idle(scratch));
  for (const accounts of [largest / 100, largest / 10, largest].map(Math.round)) {
    const started = performance.now();
    const company = await addCompany(scratch, accounts);
    say(`${accounts} accounts in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    results.latencies.push(...(await latencies(scratch, company)));
    results.latencies.push(...(await workLatencies(scratch, company)));
    if (accounts === largest) results.figures.push(await underLoad(scratch, accounts));
    results.figures.push(await reminders(scratch, company));
    results.ratios.push(...(await ratios(scratch, company)));
    if (accounts === largest) results.figures.push(...(await transfers(scratch, company)));
  }
  results.figures.push(await startAgain(scratch));
  return results;
}

const mb = (what: string, accounts: number, value: number, must: number, aim: number): Figure => ({
  what,
  accounts,
  value,
  unit: 'MB',
  must,
  aim,
  atMost: true,
});

const idle = async (scratch: Scratch) =>
  mb('memory, idle (without PostgreSQL)', 0, await residentMb(scratch.server), 250, 150);

const underLoad = async (scratch: Scratch, accounts: number) =>
  mb('memory, under the mixed load', accounts, await residentMb(scratch.server), 600, 400);

async function startAgain(scratch: Scratch): Promise<Figure> {
  const value = (await scratch.restart()) / 1000;
  return {
    what: 'start after the first',
    accounts: largest,
    value,
    unit: 's',
    must: 3,
    aim: 1.5,
    atMost: true,
  };
}

async function measureServer(): Promise<string> {
  const scratch = await openScratch();
  try {
    return report(await measure(scratch));
  } finally {
    await scratch.close();
  }
}

const text = values.web ? await measureWeb(largest) : await measureServer();
say(text);
if (out !== '-') await writeFile(out, text);
