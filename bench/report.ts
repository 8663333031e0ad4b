import { cpus, totalmem } from 'node:os';
import type { Latency } from './latency.ts';
import type { Ratio } from './ratios.ts';

/** One figure with what it must reach and what it aims at. */
export interface Figure {
  what: string;
  accounts: number;
  value: number;
  unit: string;
  must: number;
  aim: number;
  /** Whether smaller is better. */
  atMost: boolean;
}

export interface Results {
  ratios: Ratio[];
  latencies: Latency[];
  figures: Figure[];
  postgres: string;
}

/** The table as people read it, also committed as bench/results.md. */
export function report({ ratios, latencies, figures, postgres }: Results): string {
  return [
    '# Measured',
    '',
    `${machine('npm run bench')}, PostgreSQL ${postgres} embedded, everything (client, server, database) on this machine.`,
    'Beside the accounts stand one and a half times as many contacts and five times as many activities, of 200 people in 20 teams.',
    'Opportunities are not among the data yet: that object does not exist.',
    '',
    '## Requests per second against floors of the same run',
    '',
    '*raw*: the same SQL through `pg`; *bare*: the same SQL behind a bare `node:http` handler. Ten connections kept alive. A search chooses between two statements by how many records have the words; its floors send one of them for all words.',
    '',
    '| what | accounts | Duyên | bare | raw | ratio to bare | must | aim | |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---|',
    ...ratios.map(ratioRow),
    '',
    '## What people wait for',
    '',
    'A list is asked for as the screens do: its rows, and in a request of its own how many there are.',
    '',
    '| what | accounts | p50 ms | p95 ms | must | aim | answers/s | |',
    '|---|---:|---:|---:|---:|---:|---:|---|',
    ...latencies.map(latencyRow),
    '',
    '## Jobs, start and memory',
    '',
    ...figureTable(figures),
    '',
    '## Growth with what is stored',
    '',
    'The 95th percentile at the largest size as a multiple of that at the smallest.',
    '',
    '| what | smallest | largest | growth |',
    '|---|---:|---:|---:|',
    ...growthRows([
      ...ratios.map(({ what, accounts, p95Ms }) => ({ what, accounts, p95Ms })),
      ...latencies.map(({ what, accounts, result }) => ({ what, accounts, p95Ms: result.p95Ms })),
    ]),
    '',
  ].join('\n');
}

/** How and where something was measured, as the beginning of a sentence. */
export const machine = (command: string): string =>
  `Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ` +
  `${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;

export const figureTable = (figures: readonly Figure[]): string[] => [
  '| what | accounts | measured | must | aim | |',
  '|---|---:|---:|---:|---:|---|',
  ...figures.map(figureRow),
];

const whole = (value: number) => Math.round(value).toLocaleString('en');
const tenth = (value: number) => value.toFixed(1);
const verdict = (must: boolean, aim: boolean) =>
  aim ? 'aim reached' : must ? 'must reached' : '**missed**';

function ratioRow({ what, accounts, ours, bare, raw, must, aim }: Ratio): string {
  const ratio = ours / bare;
  return `| ${what} | ${whole(accounts)} | ${whole(ours)} | ${whole(bare)} | ${whole(raw)} | ${ratio.toFixed(2)} | ${must} | ${aim} | ${verdict(ratio >= must, ratio >= aim)} |`;
}

function latencyRow({
  what,
  accounts,
  result,
  mustMs,
  aimMs,
  mustPerSecond = 0,
  aimPerSecond = 0,
}: Latency): string {
  const { p50Ms, p95Ms, perSecond, refused } = result;
  const must = p95Ms <= mustMs && perSecond >= mustPerSecond && refused === 0;
  const aim = p95Ms <= aimMs && perSecond >= aimPerSecond && refused === 0;
  const limits = (ms: number, rate: number) => (rate > 0 ? `${ms} ms, ${rate}/s` : `${ms} ms`);
  return `| ${what} | ${whole(accounts)} | ${tenth(p50Ms)} | ${tenth(p95Ms)} | ${limits(mustMs, mustPerSecond)} | ${limits(aimMs, aimPerSecond)} | ${whole(perSecond)} | ${verdict(must, aim)} |`;
}

function figureRow({ what, accounts, value, unit, must, aim, atMost }: Figure): string {
  const reaches = (limit: number) => (atMost ? value <= limit : value >= limit);
  return `| ${what} | ${whole(accounts)} | ${value < 10 ? value.toFixed(2) : whole(value)} ${unit} | ${must} | ${aim} | ${verdict(reaches(must), reaches(aim))} |`;
}

function growthRows(
  points: readonly { what: string; accounts: number; p95Ms: number }[],
): string[] {
  return [...Map.groupBy(points, ({ what }) => what)].flatMap(([what, found]) => {
    const sorted = found.toSorted((a, b) => a.accounts - b.accounts);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last || first === last) return [];
    return [
      `| ${what} | ${tenth(first.p95Ms)} ms at ${whole(first.accounts)} | ${tenth(last.p95Ms)} ms at ${whole(last.accounts)} | ${(last.p95Ms / first.p95Ms).toFixed(1)}× |`,
    ];
  });
}
