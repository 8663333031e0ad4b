import type { Ctx } from '#engine/context.ts';
import type { Db } from '#engine/db.ts';

export interface Statement {
  text: string;
  values: unknown[];
  /** Places of the parameters that each request fills. */
  vary: number[];
  /** Runs as a named prepared statement. */
  plan: boolean;
}

/** The one statement that `work` sends, so that the floors run exactly the SQL that the engine does. */
export async function captureStatement(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<unknown>,
  varies: (value: unknown) => boolean,
): Promise<Statement> {
  const sent: Statement[] = [];
  const recording = (plan: boolean) => async (text: string, values: readonly unknown[]) => {
    const vary = values.flatMap((value, i) => (varies(value) ? [i] : []));
    sent.push({ text, values: [...values], vary, plan });
    return plan ? ctx.db.prepared(text, values) : ctx.db.query(text, values);
  };
  const db: Db = { ...ctx.db, prepared: recording(true), query: recording(false) };
  await work({ ...ctx, db });
  // Looking at a plan is part of what we cost, and none of what the floor does.
  const [only] = sent.filter(({ text }) => !text.startsWith('explain '));
  if (!only) throw new Error('nothing was sent to the database');
  return only;
}
