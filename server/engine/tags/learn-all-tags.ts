import type { Ctx } from '../context.ts';
import { longQuery } from '../long-query.ts';
import { tableOf } from '../records/find-object.ts';
import { columnName, quote } from '../records/sql.ts';
import { addTags, tagFields } from './learn-tags.ts';

const chunk = 1000;

/** Words in use that the catalogues do not have, because a process died before it noted them. For the nightly job. */
export async function learnAllTags(ctx: Ctx): Promise<void> {
  for (const object of ctx.model.objects.values())
    for (const field of tagFields(object)) {
      const list = quote(columnName(field, ''));
      const rows = await longQuery(
        ctx,
        `select distinct unnest(${list}) from ${tableOf(ctx, object)} where deleted_at is null and ${list} is not null`,
      );
      const tags = rows.map(([name]) => ({
        field: `${object.key}.${field.key}`,
        name: String(name),
      }));
      for (let from = 0; from < tags.length; from += chunk)
        await addTags(ctx.db, ctx.workspace.schema, tags.slice(from, from + chunk));
    }
}
