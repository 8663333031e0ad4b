import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { Job } from '#engine/jobs/job.ts';
import { tableOf } from '../records/find-object.ts';
import { columnsSql, layoutOf, valuesFrom } from '../records/layout.ts';
import { column, qualified } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import { contentSql, searchDocument } from './document.ts';

const batch = 500;
const names = 'object, record_id, title, body, name_key, updated_at';
const sent =
  'object text, record_id uuid, title text, body text, name_key text, updated_at timestamptz, file_id uuid';
const first = '00000000-0000-0000-0000-000000000000';

/** Writes the search documents of an object anew, after it was decided to find its records by other fields. */
export const rebuildSearch: Job = {
  name: 'rebuildSearch',
  async run(ctx, { object: key }) {
    const object = ctx.model.objects.get(String(key));
    // Archived meanwhile; it is found by nothing then.
    if (!object) return;
    let after: string | undefined = first;
    while (after !== undefined) after = await rebuildBatch(ctx, object, after);
  },
};

/** Gives the last id of the batch, or undefined when there was none. */
const rebuildBatch = (ctx: Ctx, object: ModelObject, after: string): Promise<string | undefined> =>
  withTransaction(ctx, async (inside) => {
    const layout = layoutOf(object);
    // The lock keeps a document of newer values from being overwritten by this one.
    const rows = await inside.db.prepared(
      `select ${columnsSql(layout.entries, 't')} from ${tableOf(inside, object)} t` +
        ` where ${column('t', 'id')} > $1::uuid and t.deleted_at is null order by t.id limit ${batch} for share of t`,
      [after],
    );
    if (rows.length === 0) return undefined;
    const documents = rows.map((cells) => {
      const values = valuesFrom(layout, cells);
      return { ...searchDocument(object, values), updated_at: values['updatedAt'] };
    });
    await inside.db.prepared(
      `insert into ${qualified(inside.workspace.schema, 'search_document')} (${names}, content)
       select ${names}, ${contentSql(qualified(inside.workspace.schema, 'file_text'))} from jsonb_to_recordset($1::jsonb) as d(${sent})
       on conflict (object, record_id) do update
       set title = excluded.title, body = excluded.body, name_key = excluded.name_key, content = excluded.content`,
      [JSON.stringify(documents)],
    );
    return String(documents.at(-1)?.record_id);
  });
