import { sql } from 'kysely';
import { checkFiles } from '../files/check-files.ts';
import type { Ctx } from '../context.ts';
import { findOrphans, type Problem } from './find-orphans.ts';

export interface CheckResult {
  at: string;
  problems: Problem[];
}

const name = 'records';
const shown = 5;

/** Looks whether everything that belongs together is there, and keeps what was found for `lastCheck`. */
export async function runChecks(ctx: Ctx): Promise<CheckResult> {
  const { withoutBytes, withoutRow } = await checkFiles(ctx);
  const problems = [
    ...(await findOrphans(ctx)),
    ...problemOf(
      'fileWithoutBytes',
      withoutBytes.map(({ id }) => id),
    ),
    ...problemOf('bytesWithoutFile', withoutRow),
  ];
  const result = { at: new Date().toISOString(), problems };
  // The driver would make a PostgreSQL array of it.
  const json = sql<unknown[]>`${JSON.stringify(problems)}::jsonb`;
  await ctx.tables
    .insertInto('check_result')
    .values({ name, at: result.at, problems: json })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ at: result.at, problems: json }),
    )
    .execute();
  return result;
}

const problemOf = (kind: Problem['kind'], ids: readonly string[]): Problem[] =>
  ids.length === 0
    ? []
    : [{ kind, place: 'file', count: ids.length, examples: ids.slice(0, shown) }];

/** What the last check found; undefined before the first. For doctor and the state of the system. */
export async function lastCheck(ctx: Ctx): Promise<CheckResult | undefined> {
  const row = await ctx.tables
    .selectFrom('check_result')
    .select(['at', 'problems'])
    .where('name', '=', name)
    .executeTakeFirst();
  // Written by runChecks only.
  return row && { at: row.at, problems: row.problems as Problem[] };
}
