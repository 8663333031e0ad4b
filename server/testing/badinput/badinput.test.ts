import fs from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus, usualCorpus, type Case } from './corpus.ts';
import { harmfulCases } from './harmful-cases.ts';
import { report } from './report.ts';
import { runCorpus, type Result } from './run-corpus.ts';
import { walkNames, walkRoutes, type Walk } from './walk/walk-routes.ts';
import { openWorld } from './world.ts';

// Continuous integration has the corpus beside the checkout; whoever has only the checkout tests without it.
const isThere = fs.existsSync(usualCorpus);
const { cases } = isThere ? await readCorpus(usualCorpus) : { cases: [] };
const classes = [...new Set(cases.map((test) => test.class))];

const name = isThere
  ? 'bad input'
  : 'bad input (skipped: ../shared/data/badinput.json is not beside the checkout)';

describe.runIf(isThere)(name, () => {
  const results: Result[] = [];
  const walk: Partial<Walk> = {};
  const harmful: Result[] = [];

  beforeAll(async () => {
    const corpus = await readCorpus(usualCorpus);
    const { world, close } = await openWorld(corpus.generator, true);
    try {
      Object.assign(walk, await walkRoutes(world));
      harmful.push(...(await runCorpus(world, { ...corpus, cases: harmfulCases })));
      results.push(...(await runCorpus(world, corpus)));
    } finally {
      await close();
    }
    process.stdout.write(report(results));
  }, 300_000);

  it('leaves no case out', () => {
    const ids = (all: readonly Case[]) => all.map(({ id }) => id).toSorted();
    expect(ids(results.map(({ test }) => test))).toEqual(ids(cases));
  });

  it('fails a case whose expectations do not hold', () => {
    expect(harmful).toHaveLength(harmfulCases.length);
    expect(harmful.filter(({ verdict }) => verdict !== 'failed').map(({ test }) => test)).toEqual(
      [],
    );
  });

  it.each(walkNames)('routes: %s', (each) => {
    expect(walk[each]).toEqual([]);
  });

  it.each(classes)('of the class %s does no harm', (each) => {
    const failed = results.filter(
      ({ test, verdict }) => test.class === each && verdict === 'failed',
    );
    expect(failed.map(({ test, reasons }) => [test.id, ...reasons])).toEqual([]);
  });
});
