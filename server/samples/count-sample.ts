import { sql } from 'kysely';
import type { Ctx } from '#engine/context.ts';
import { tableOf } from '#engine/records/find-object.ts';
import { qualified } from '#engine/records/sql.ts';
import type { findSample } from './find-sample.ts';

type Sample = NonNullable<Awaited<ReturnType<typeof findSample>>>;

/** What of the sample is still there. */
export interface SampleCounts {
  /** By object; without those that have none. */
  records: Record<string, number>;
  members: number;
  teams: number;
  tags: number;
  views: number;
  fields: number;
  files: number;
}

export async function countSample(ctx: Ctx, { made }: Sample): Promise<SampleCounts> {
  const marks = qualified(ctx.workspace.schema, 'sample_record');
  const objects = [...ctx.model.objects.values()];
  const rows = await ctx.db.query(
    objects
      .map(
        (object) =>
          `select '${object.key}', count(*) from ${tableOf(ctx, object)} t join ${marks} m on m.id = t.id where t.deleted_at is null`,
      )
      .join(' union all '),
    [],
  );
  const [files] = await ctx.db.query(
    `select count(*) from ${qualified(ctx.workspace.schema, 'file')} f join ${marks} m on m.id = f.record_id`,
    [],
  );
  // Asked of the database: in the transaction that adds a sample, what is in memory does not know of it.
  const there = async (query: Promise<{ name: string }[]>, name: string) => {
    const known = new Set((await query).map((row) => row.name));
    return (made[name] ?? []).filter((each) => known.has(each)).length;
  };
  const { tables } = ctx;
  const ids = (table: 'member' | 'team' | 'saved_view') =>
    there(tables.selectFrom(table).select('id as name').execute(), table);
  return {
    records: Object.fromEntries(
      rows.map(([object, count]) => [String(object), Number(count)]).filter(([, count]) => count),
    ),
    members: await ids('member'),
    teams: await ids('team'),
    tags: await there(
      tables
        .selectFrom('tag')
        .select(sql<string>`field || ' ' || folded`.as('name'))
        .execute(),
      'tag',
    ),
    views: await ids('saved_view'),
    fields: await there(
      tables
        .selectFrom('custom_field')
        .select(sql<string>`object || '.' || key`.as('name'))
        .where('archived_at', 'is', null)
        .execute(),
      'custom_field',
    ),
    files: Number(files?.[0] ?? 0),
  };
}
