import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { CustomRows, FieldRow, ObjectRow } from '../model/load-custom.ts';

type Row = ObjectRow | FieldRow;
interface Difference<R extends Row> {
  old: R | undefined;
  row: R;
}

/** Writes what differs between two states of the settings, with a line of history for each thing that changed. */
export async function writeRows(ctx: Ctx, before: CustomRows, after: CustomRows): Promise<void> {
  const objects = differing(before.objects, after.objects);
  const fields = differing(before.fields, after.fields);
  if (objects.length > 0) {
    await ctx.tables
      .insertInto('custom_object')
      .values(objects.map(({ row }) => ({ id: row.id, key: row.key, ...stored(row) })))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          definition: eb.ref('excluded.definition'),
          archived_at: eb.ref('excluded.archived_at'),
        })),
      )
      .execute();
    await record(ctx, 'setting.object', objects);
  }
  if (fields.length > 0) {
    await ctx.tables
      .insertInto('custom_field')
      .values(
        fields.map(({ row: { id, object, key, position, ...row } }) => ({
          id,
          object,
          key,
          position,
          ...stored(row),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['object', 'key']).doUpdateSet((eb) => ({
          definition: eb.ref('excluded.definition'),
          position: eb.ref('excluded.position'),
          archived_at: eb.ref('excluded.archived_at'),
        })),
      )
      .execute();
    await record(ctx, 'setting.field', fields);
  }
}

const stored = ({ definition, archivedAt }: Pick<Row, 'definition' | 'archivedAt'>) => ({
  definition: sql<unknown>`${JSON.stringify(definition)}::jsonb`,
  archived_at: archivedAt,
});

function differing<R extends Row>(before: readonly R[], after: readonly R[]): Difference<R>[] {
  const old = new Map(before.map((row) => [row.id, row]));
  return after
    .map((row) => ({ old: old.get(row.id), row }))
    .filter((each) => !each.old || JSON.stringify(each.old) !== JSON.stringify(each.row));
}

/** Objects and fields keep their history like records, under names that no record has. */
async function record(
  ctx: Ctx,
  object: 'setting.object' | 'setting.field',
  differences: readonly Difference<Row>[],
): Promise<void> {
  const { actor } = ctx;
  const reason =
    actor.kind === 'system' ? actor.reason : (actor.apiKeyId && `apiKey:${actor.apiKeyId}`) || null;
  await ctx.tables
    .insertInto('history')
    .values((eb) =>
      differences.map(({ old, row }) => ({
        object,
        record_id: row.id,
        version: eb
          .selectFrom('history')
          .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
          .where('object', '=', object)
          .where('record_id', '=', row.id),
        actor_id: actor.kind === 'member' ? actor.id : null,
        reason,
        action: actionOf(old, row),
        changes: changesOf(old, row),
      })),
    )
    .execute();
}

function actionOf(old: Row | undefined, row: Row): string {
  if (!old) return 'create';
  if (old.archivedAt === row.archivedAt) return 'update';
  return row.archivedAt === null ? 'restore' : 'archive';
}

function changesOf(old: Row | undefined, row: Row): Record<string, [unknown, unknown]> {
  const before = told(old);
  const after = told(row);
  return Object.fromEntries(
    [...new Set([...before.keys(), ...after.keys()])]
      .map((name): [string, [unknown, unknown]] => [
        name,
        [before.get(name) ?? null, after.get(name) ?? null],
      ])
      .filter(([, [a, b]]) => JSON.stringify(a) !== JSON.stringify(b)),
  );
}

const told = (row: Row | undefined): Map<string, unknown> =>
  new Map<string, unknown>(
    row
      ? Object.entries({ ...('position' in row && { position: row.position }), ...row.definition })
      : [],
  );
