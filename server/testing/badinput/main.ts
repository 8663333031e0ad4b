import { parseArgs } from 'node:util';
import { readCorpus, usualCorpus } from './corpus.ts';
import { report, reportWalk } from './report.ts';
import { runCorpus } from './run-corpus.ts';
import { walkRoutes } from './walk/walk-routes.ts';
import { openWorld } from './world.ts';

const usage = 'usage: npm run badinput -- [--cases FILE] [--only ID-OR-CLASS] [--short]\n';

/** Every case against a server of its own, in full length. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, only: { type: 'string' }, short: { type: 'boolean' } },
  });
  const corpus = await readCorpus(values.cases ?? usualCorpus);
  const { only } = values;
  const cases = corpus.cases.filter(
    (test) => only === undefined || test.id.startsWith(only) || test.where === only,
  );
  const { world, close } = await openWorld(corpus.generator, values.short === true);
  try {
    const results = await runCorpus(world, { ...corpus, cases }, ({ test, verdict, ms }) => {
      if (verdict !== 'notApplicable')
        process.stdout.write(`${verdict} ${test.id} ${Math.round(ms)} ms\n`);
    });
    process.stdout.write(`\n${report(results)}`);
    const walks = only === undefined || only === 'routes';
    const walked: Record<string, string[]> = walks ? await walkRoutes(world) : {};
    process.stdout.write(reportWalk(walked));
    const bad = results.some(({ verdict }) => verdict === 'failed');
    return bad || Object.values(walked).some((found) => found.length > 0) ? 1 : 0;
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const told = error instanceof TypeError ? usage : '';
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n${told}`);
  process.exitCode = 2;
}
