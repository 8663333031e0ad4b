import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findObject } from '../../records/find-object.ts';
import { lockRecords } from '../../records/lock.ts';
import { sameValue } from '../../records/parse-values.ts';
import { removeRecords } from '../../records/remove.ts';
import { qualified } from '../../records/sql.ts';
import { updateRecords } from '../../records/update.ts';
import { withTransaction } from '../../transaction.ts';
import { problem } from './read-row.ts';
import { Overtaken, type Fresh } from './run-rows.ts';
import { addProblems, changeImport, type ImportRecord } from './store.ts';
import type { Problem } from './types.ts';

const chunk = 500;
type Undo = NonNullable<ImportRecord['counts']['undo']>;

/**
 * Removes the records an import made, last first, and gives those it changed their values back where nobody has
 * changed them since. A chunk a transaction, with the rights of its moment; what is undone is marked with it.
 */
export async function undoRows(fresh: Fresh, record: ImportRecord): Promise<ImportRecord> {
  let current = record;
  for (;;) {
    const next = await withTransaction(await fresh(), async (inside) => {
      const claimed = await changeImport(inside, record.id, { state: 'undoing' }, {});
      if (!claimed) throw new Overtaken();
      const rows = await nextRows(inside, record);
      const before = claimed.counts.undo ?? { removed: 0, restored: 0, kept: 0 };
      if (rows.length === 0) {
        const finished_at = new Date().toISOString();
        const counts = { ...claimed.counts, undo: before };
        return {
          record: await changeImport(
            inside,
            record.id,
            { state: 'undoing' },
            { state: 'undone', finished_at, counts },
          ),
          last: true,
        };
      }
      const problems: Problem[] = [];
      const object = findObject(inside, rows[0]?.object ?? '');
      const done =
        rows[0]?.action === 'create'
          ? await removeMade(inside, object, rows, problems)
          : await giveBack(inside, object, rows, problems);
      await addProblems(inside, record.id, 'undo', problems);
      const undo: Undo = {
        removed: before.removed + done.removed,
        restored: before.restored + done.restored,
        kept: before.kept + done.kept,
      };
      return {
        record: await changeImport(
          inside,
          record.id,
          { state: 'undoing' },
          { counts: { ...claimed.counts, undo }, done_to: claimed.done_to + rows.length },
        ),
        last: false,
      };
    });
    if (!next.record) throw new Overtaken();
    current = next.record;
    if (next.last) return current;
  }
}

interface Done {
  row: number;
  object: string;
  action: string;
  id: string;
  version: number;
}

/** The last written first, of one object and one action at a time: children go before what they hang on. */
async function nextRows(ctx: Ctx, { id, object }: ImportRecord): Promise<Done[]> {
  const table = qualified(ctx.workspace.schema, 'import_row');
  const rows = await ctx.db.query(
    `with next as (
       select r.object, r.action = 'create' as made from ${table} r
       where r.import_id = $1 and not r.undone and r.action <> 'later'
       order by r.action = 'create', case r.object when $2 then 1 else ${relatedRank(ctx, object)} end limit 1
     ), rows as (
       select r.ctid, r.row, r.object, r.action, r.record_id, r.version from ${table} r, next
       where r.import_id = $1 and not r.undone and r.action <> 'later' and r.object = next.object and (r.action = 'create') = next.made
       order by r.row desc, r.version desc limit ${chunk}
     )
     update ${table} r set undone = true from rows where r.ctid = rows.ctid
     returning rows.row, rows.object, rows.action, rows.record_id, rows.version`,
    [id, object],
  );
  return rows
    .map(([row, key, action, recordId, version]) => ({
      row: Number(row),
      object: String(key),
      action: String(action),
      id: String(recordId),
      version: Number(version),
    }))
    .toSorted((a, b) => b.version - a.version);
}

/** Objects that point to the main one are 0, those it points to are 2. */
function relatedRank({ model }: Ctx, main: string): string {
  const parents = [...(model.objects.get(main)?.fields.values() ?? [])].flatMap((field) =>
    (field.kind === 'relation' || field.kind === 'relations') && !field.system ? [field.to] : [],
  );
  const list = parents.filter((key) => /^[A-Za-z0-9_]+$/.test(key)).map((key) => `'${key}'`);
  return list.length === 0 ? '0' : `case when r.object in (${list.join(', ')}) then 2 else 0 end`;
}

async function removeMade(
  ctx: Ctx,
  object: ModelObject,
  rows: readonly Done[],
  problems: Problem[],
): Promise<Undo> {
  const locked = await lockRecords(
    ctx,
    object,
    rows.map(({ id }) => id),
    'delete',
  );
  const own = rows.filter(({ id }) => locked.get(id)?.allowed);
  for (const { row, id } of rows) {
    if (locked.has(id) && !locked.get(id)?.allowed)
      problems.push(problem(row, null, null, { code: 'forbidden' }));
  }
  await removeRecords(
    ctx,
    object.key,
    own.map(({ id }) => ({ id })),
  );
  return {
    removed: own.length,
    restored: 0,
    kept: rows.filter(({ id }) => locked.has(id)).length - own.length,
  };
}

async function giveBack(
  ctx: Ctx,
  object: ModelObject,
  rows: readonly Done[],
  problems: Problem[],
): Promise<Undo> {
  const locked = await lockRecords(
    ctx,
    object,
    rows.map(({ id }) => id),
    'update',
  );
  const made = await madeHere(ctx, rows);
  const changes = await changesOf(ctx, object, rows);
  const patches = new Map<string, Record<string, unknown>>();
  let kept = 0;
  for (const { row, id, version } of rows) {
    const current = locked.get(id);
    if (!current || made.has(id)) continue;
    const back = patches.get(id) ?? {};
    let left = false;
    for (const [key, [before, after]] of Object.entries(changes.get(`${id} ${version}`) ?? {})) {
      const field = object.fields.get(key);
      // What the record would have after the later changes of this import were taken back.
      const is = key in back ? back[key] : (current.values[key] ?? null);
      if (!field || field.system) continue;
      if (current.allowed && sameValue(field, is, after)) back[key] = before;
      else {
        left = true;
        problems.push(
          problem(row, field.label[ctx.actor.language], null, {
            code: current.allowed ? 'stale' : 'forbidden',
          }),
        );
      }
    }
    if (left) kept += 1;
    if (Object.keys(back).length > 0) patches.set(id, back);
  }
  await updateRecords(
    ctx,
    object.key,
    [...patches].map(([id, values]) => ({ id, values })),
    { trusted: true, restoring: true },
  );
  return { removed: 0, restored: patches.size, kept };
}

/** Records this import made go as a whole; what it did to them later needs no undoing. */
async function madeHere(ctx: Ctx, rows: readonly Done[]): Promise<Set<string>> {
  const found = await ctx.db.query(
    `select record_id from ${qualified(ctx.workspace.schema, 'import_row')} where action = 'create' and not undone and record_id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  return new Set(found.map(([id]) => String(id)));
}

async function changesOf(ctx: Ctx, object: ModelObject, rows: readonly Done[]) {
  const found = await ctx.db.query(
    `select h.record_id, h.version, h.changes from ${qualified(ctx.workspace.schema, 'history')} h
     join unnest($2::uuid[], $3::int[]) as w(id, version) on h.record_id = w.id and h.version = w.version
     where h.object = $1`,
    [object.key, rows.map(({ id }) => id), rows.map(({ version }) => version)],
  );
  return new Map(
    found.map(([id, version, changes]) => [
      `${String(id)} ${String(version)}`,
      changes as Record<string, [unknown, unknown]>,
    ]),
  );
}
