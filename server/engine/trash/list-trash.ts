import { invalid, notFound } from '#shared/errors.ts';
import { escapeLike, foldWords } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { isId } from '../records/get.ts';
import { restoreRecords } from '../records/remove.ts';
import { literal, Params, qualified, tableName } from '../records/sql.ts';
import { titleSql } from '../records/title-sql.ts';
import { reachSql } from '../records/where.ts';
import { withTransaction } from '../transaction.ts';
import { trashDays } from './purge-trash.ts';

export interface TrashItem {
  object: string;
  id: string;
  title: string | null;
  deletedAt: string;
  deletedBy: { id: string; title: string | null } | null;
  /** Deleted for good after this. */
  keptUntil: string;
}

const defaultLimit = 50;

/** Removed records of all objects (or one) that the actor may restore, the last removed first. */
export async function listTrash(
  ctx: Ctx,
  query: {
    object?: string | undefined;
    /** Words of the title, with or without accents. */
    q?: string | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<{ items: TrashItem[]; nextCursor: string | null }> {
  const limit = query.limit ?? defaultLimit;
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const objects = [...ctx.model.objects.values()].filter(
    ({ key }) => query.object === undefined || key === query.object,
  );
  if (objects.length === 0) throw notFound();
  const params = new Params();
  const before = after
    ? ` and (t.deleted_at, t.id) < (${params.add(after.at, 'timestamptz')}, ${params.add(after.id, 'uuid')})`
    : '';
  const most = params.add(limit + 1, 'int');
  const parts = objects.map(
    (object) => `(${ofObject(ctx, object, params, before, query.q)} limit ${most})`,
  );
  const rows = await ctx.db.query(
    `select * from (${parts.join(' union all ')}) t order by deleted_at desc, id desc limit ${most}`,
    params.values,
  );
  const items = rows.map(([object, id, title, at, by, precise]) => ({
    precise: String(precise),
    item: {
      object: String(object),
      id: String(id),
      title: typeof title === 'string' ? title : null,
      deletedAt: String(at),
      deletedBy: typeof by === 'string' ? person(ctx, by) : null,
      keptUntil: new Date(Date.parse(String(at)) + trashDays * 86_400_000).toISOString(),
    },
  }));
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    nextCursor: items.length > limit && last ? `${last.precise}_${last.item.id}` : null,
  };
}

/** Words beyond these say nothing more. */
const mostWords = 8;

/** Search documents of removed records are gone; as `fold` in shared/locale/text.ts. */
const foldedSql = (text: string): string =>
  `translate(lower(regexp_replace(normalize(${text}, NFD), U&'[\\0300-\\036F]', '', 'g')), 'đ', 'd')`;

function ofObject(
  ctx: Ctx,
  object: ModelObject,
  params: Params,
  before: string,
  q: string | undefined,
): string {
  const scope = { ctx, object, alias: 't', params };
  const access = ctx.access.of(object.key);
  const title = `${titleSql(ctx, object, 't')}::text`;
  const found = (q === undefined ? [] : foldWords(q).slice(0, mostWords)).map(
    (word) => ` and ${foldedSql(title)} like ${params.add(`%${escapeLike(word)}%`, 'text')}`,
  );
  return (
    `select ${literal(object.key)} as object, t.id, ${title} as title, t.deleted_at, t.updated_by,` +
    ` (extract(epoch from t.deleted_at) * 1000000)::bigint::text as precise` +
    ` from ${qualified(ctx.workspace.schema, tableName(object))} t where t.deleted_at is not null` +
    // Restoring shows the record, so it takes the right to see it beside the right to remove it.
    ` and ${reachSql(scope, access.read)} and ${reachSql(scope, access.delete)}${found.join('')}${before} order by t.deleted_at desc, t.id desc`
  );
}

function readCursor(cursor: string): { at: string; id: string } {
  const [, micros, id] = /^(\d{1,17})_(.+)$/.exec(cursor) ?? [];
  if (micros === undefined || !isId(id)) throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  const instant = new Date(Number(BigInt(micros) / 1000n)).toISOString();
  return { at: instant.replace('Z', `${micros.slice(-3).padStart(3, '0')}Z`), id };
}

const person = ({ directory }: Ctx, id: string) => ({
  id,
  title: directory.members.get(id)?.name ?? null,
});

/** Takes several records of any objects back, all or none. */
export function restoreMany(
  ctx: Ctx,
  items: readonly { object: string; id: string }[],
): Promise<void> {
  return withTransaction(ctx, async (ctx) => {
    for (const [object, found] of Map.groupBy(items, (item) => item.object)) {
      const ids = [...new Set(found.map(({ id }) => id.toLowerCase()))];
      await restoreRecords(ctx, object, ids);
    }
  });
}
