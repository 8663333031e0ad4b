import type { Pool } from 'pg';
import { v7 as newId } from 'uuid';
import { fold } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { createDb, type Db } from '../db.ts';
import { sqlKind } from '../fields/index.ts';
import { pickFields } from '../records/pick-fields.ts';
import { qualified } from '../records/sql.ts';
import type { Write } from '../records/write-rows.ts';

export interface NewTag {
  /** `account.preferences`. */
  field: string;
  name: string;
}

/** Tags known to be in the catalogue already, so that a busy table does not ask again and again. */
const mostKnown = 10_000;
const knownTo = new WeakMap<Pool, Set<string>>();

/**
 * New words of tag fields join the catalogue after the commit: inside the transaction two people with the same new word
 * would wait for each other. One that is lost with its process joins when it is used again, or by the nightly job.
 */
export function learnTags(ctx: Ctx, object: ModelObject, writes: readonly Write[]): void {
  const fields = tagFields(object).map(({ key }) => key);
  if (fields.length === 0) return;
  const known = knownOf(ctx.db.pool);
  const tags = new Map<string, NewTag>();
  for (const { changes } of writes)
    for (const key of fields) {
      const [before, after] = changes[key] ?? [];
      // What was there before is known, or was taken out of the catalogue and is about to leave the record.
      const had = new Set(namesIn(before));
      for (const name of namesIn(after).filter((word) => !had.has(word))) {
        const tag = { field: `${object.key}.${key}`, name };
        const mark = markOf(ctx, tag);
        if (!known.has(mark)) tags.set(mark, tag);
      }
    }
  if (tags.size === 0) return;
  ctx.afterCommit(() => {
    const db = createDb(ctx.db.pool);
    addTags(db, ctx.workspace.schema, [...tags.values()]).then(
      () => {
        if (known.size + tags.size > mostKnown) known.clear();
        for (const mark of tags.keys()) known.add(mark);
      },
      (error: unknown) => ctx.log.debug({ err: error }, 'new tags were not noted'),
    );
  });
}

/** Adds what is not there yet; the first spelling stays. */
export async function addTags(db: Db, schema: string, tags: readonly NewTag[]): Promise<void> {
  const rows = tags
    .map(({ field, name }) => ({ id: newId(), field, name, folded: fold(name) }))
    // Everybody takes the rows in the same order, so that nobody waits in a circle.
    .toSorted((a, b) => (`${a.field} ${a.folded}` < `${b.field} ${b.folded}` ? -1 : 1));
  await db.prepared(
    `insert into ${qualified(schema, 'tag')} (id, field, name, folded)
     select id, field, name, folded
     from jsonb_to_recordset($1::jsonb) as x(id uuid, field text, name text, folded text)
     on conflict (field, folded) do nothing`,
    [JSON.stringify(rows)],
  );
}

/** After a tag was renamed or removed, its old word is new again when somebody uses it. */
export function forgetKnownTags(ctx: Ctx): void {
  knownOf(ctx.db.pool).clear();
}

/** Fields whose words make a catalogue. */
export const tagFields = pickFields((field) => sqlKind(field).catalogued === true);

function knownOf(pool: Pool): Set<string> {
  const known = knownTo.get(pool) ?? new Set<string>();
  knownTo.set(pool, known);
  return known;
}

const markOf = (ctx: Ctx, { field, name }: NewTag) => `${ctx.workspace.id} ${field} ${name}`;

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
