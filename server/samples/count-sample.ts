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
  const tags = await ctx.tables.selectFrom('tag').select(['field', 'folded']).execute();
  const known = new Set(tags.map(({ field, folded }) => `${field} ${folded}`));
  const views = await ctx.tables.selectFrom('saved_view').select('id').execute();
  const is = (name: string, there: (id: string) => boolean) =>
    (made[name] ?? []).filter((id) => there(id)).length;
  return {
    records: Object.fromEntries(
      rows.map(([object, count]) => [String(object), Number(count)]).filter(([, count]) => count),
    ),
    members: is('member', (id) => ctx.directory.members.has(id)),
    teams: is('team', (id) => ctx.directory.teams.has(id)),
    tags: is('tag', (name) => known.has(name)),
    views: is('saved_view', (id) => views.some((view) => view.id === id)),
    fields: is('custom_field', (name) => hasField(ctx, name)),
    files: Number(files?.[0] ?? 0),
  };
}

/** `account.giftOccasions`. */
function hasField({ model }: Ctx, name: string): boolean {
  const [object = '', field = ''] = name.split('.');
  return model.objects.get(object)?.fields.has(field) ?? false;
}
