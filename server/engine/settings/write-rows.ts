import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type {
  CustomRows,
  FieldRow,
  LayoutRow,
  ObjectRow,
  OverlayRow,
} from '../model/load-custom.ts';

type Row = ObjectRow | FieldRow | OverlayRow | LayoutRow;
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
  const overlays = differing(before.overlays, after.overlays);
  if (overlays.length > 0) {
    await ctx.tables
      .insertInto('object_setting')
      .values(
        overlays.map(({ row: { id, object, definition } }) => ({
          id,
          object,
          definition: json(definition),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('object')
          .doUpdateSet((eb) => ({ definition: eb.ref('excluded.definition') })),
      )
      .execute();
    await record(ctx, 'setting.object', overlays);
  }
  const layouts = differing(before.layouts, after.layouts);
  if (layouts.length > 0) {
    await ctx.tables
      .insertInto('layout')
      .values(
        layouts.map(({ row: { id, object, role, definition } }) => ({
          id,
          object,
          role_id: role,
          definition: json(definition),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({ definition: eb.ref('excluded.definition') })),
      )
      .execute();
    await record(ctx, 'setting.layout', layouts);
  }
}

const stored = ({
  definition,
  archivedAt,
}: Pick<ObjectRow | FieldRow, 'definition' | 'archivedAt'>) => ({
  definition: json(definition),
  archived_at: archivedAt,
});

const json = (definition: unknown) =>
  sql<unknown>`${definition === null ? null : JSON.stringify(definition)}::jsonb`;

function differing<R extends Row>(before: readonly R[], after: readonly R[]): Difference<R>[] {
  const old = new Map(before.map((row) => [row.id, row]));
  return after
    .map((row) => ({ old: old.get(row.id), row }))
    .filter(({ old: was, row }) => !isDeepStrictEqual(was, row));
}

/** Objects and fields keep their history like records, under names that no record has. */
async function record(
  ctx: Ctx,
  object: 'setting.object' | 'setting.field' | 'setting.layout',
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
  if (row.definition === null) return 'remove';
  if (!old || old.definition === null) return 'create';
  if (!('archivedAt' in row && 'archivedAt' in old) || old.archivedAt === row.archivedAt)
    return 'update';
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
      .filter(([, [a, b]]) => !isDeepStrictEqual(a, b)),
  );
}

/** What is said of the fields of an object stands there field by field: `fields.colour.label`. */
function told(row: Row | undefined): Map<string, unknown> {
  if (!row?.definition) return new Map();
  const { fields = {}, ...definition }: { fields?: object; [name: string]: unknown } = {
    ...row.definition,
  };
  const ofFields = Object.entries(fields).flatMap(([key, said]: [string, object]) =>
    Object.entries(said).map(([name, value]): [string, unknown] => [
      `fields.${key}.${name}`,
      value,
    ]),
  );
  return new Map<string, unknown>([
    ...('position' in row ? [['position', row.position] as const] : []),
    ...Object.entries(definition),
    ...ofFields,
  ]);
}
