import fs from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { noCorpus, readCorpus, usualCorpus, type Case } from './corpus.ts';
import { harmfulCases } from './harmful-cases.ts';
import { report } from './report.ts';
import { runCorpus, type Result } from './run-corpus.ts';
import { walkNames, walkRoutes, type Walk } from './walk/walk-routes.ts';
import { openWorld } from './world.ts';

// Continuous integration has the corpus beside the checkout; whoever has only the checkout tests without it.
const isThere = fs.existsSync(usualCorpus);
const corpus = isThere ? await readCorpus(usualCorpus) : noCorpus;
const classes = [...new Set(corpus.cases.map((test) => test.class))];

const name = isThere
  ? 'bad input'
  : 'bad input (skipped: ../shared/data/badinput.json is not beside the checkout)';

const walk: Partial<Walk> = {};
const harmful: Result[] = [];
const results: Result[] = [];

beforeAll(async () => {
  const { world, close } = await openWorld(corpus.generator, true);
  try {
    Object.assign(walk, await walkRoutes(world));
    harmful.push(...(await runCorpus(world, { ...corpus, cases: harmfulCases })));
    results.push(...(await runCorpus(world, corpus)));
  } finally {
    await close();
  }
  process.stdout.write(isThere ? report(results) : `${name}\n`);
}, 300_000);

describe('the routes', () => {
  it.each(walkNames)('%s', (each) => {
    expect(walk[each]).toEqual([]);
  });
});

it('a case whose expectations do not hold fails', () => {
  expect(harmful).toHaveLength(harmfulCases.length);
  const passed = harmful.filter(({ verdict }) => verdict !== 'failed');
  expect(passed.map(({ test }) => test)).toEqual([]);
});

describe.runIf(isThere)(name, () => {
  it('leaves no case out', () => {
    const ids = (all: readonly Case[]) => all.map(({ id }) => id).toSorted();
    expect(ids(results.map(({ test }) => test))).toEqual(ids(corpus.cases));
  });

  it.each(isThere ? classes : ['any'])('of the class %s does no harm', (each) => {
    const failed = results.filter(
      ({ test, verdict }) => test.class === each && verdict === 'failed',
    );
    expect(failed.map(({ test, reasons }) => [test.id, ...reasons])).toEqual([]);
  });
});
