import type { RecordLink } from '#shared/record-link.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { idsIn, references } from '../records/references.ts';
import { targetOf } from '../records/check-references.ts';
import { findTitles } from '../records/find-titles.ts';
import { granteeKinds, granteesOf } from '../sharing/grantees.ts';

export type Changes = Record<string, [unknown, unknown]>;

/** Canonical values as people read them: ids with titles, and nothing of fields the actor may not see. */
export async function presentChanges(
  ctx: Ctx,
  object: ModelObject,
  all: readonly Changes[],
): Promise<Changes[]> {
  const { hidden } = ctx.access.of(object.key);
  const visible = all.map((changes) =>
    Object.entries(changes).flatMap(([key, pair]) => {
      const field = hidden.has(key) ? undefined : object.fields.get(key);
      return field ? [{ field, pair }] : [];
    }),
  );
  const entries = visible.flat();
  const titles = new Map([
    ...(await findTitles(
      ctx,
      entries.flatMap(({ field, pair }) => recordIds(field, pair)),
    )),
    ...(await fileNames(ctx, object, entries)),
  ]);
  const present = (field: ModelField, value: unknown): unknown => {
    const reference = references[field.kind];
    if (value === null || !reference) return value;
    const one = (element: unknown) => {
      const { target, id } = targetOf(field, String(element));
      const link = reference.to === 'link' && { object: target.replace('record:', '') };
      return { ...link, id, title: titleOf(ctx, target, titles, id) };
    };
    return Array.isArray(value) ? value.map(one) : one(value);
  };
  return visible.map((entries, i) => ({
    ...aroundRecord(ctx, all[i] ?? {}),
    ...Object.fromEntries(
      entries.map(({ field, pair: [before, after] }) => [
        field.key,
        [present(field, before), present(field, after)],
      ]),
    ),
  }));
}

/** What files are called, with the number of those that are versions: each has the name of all. */
async function fileNames(
  ctx: Ctx,
  object: ModelObject,
  entries: readonly { field: ModelField; pair: readonly unknown[] }[],
): Promise<[string, string][]> {
  const ids = entries.flatMap(({ field, pair }) =>
    references[field.kind]?.to === 'file' ? pair.flatMap(idsIn) : [],
  );
  if (ids.length === 0) return [];
  const rows = await ctx.tables
    .selectFrom('file')
    .select(['id', 'name', 'version'])
    .where('object', '=', object.key)
    .where('id', 'in', ids)
    .execute();
  return rows.map(({ id, name, version }) => [
    id,
    version === null ? name : `${name} (v${version})`,
  ]);
}

/** What is no field: `$share` and `$file` of write-journal.ts. */
function aroundRecord(ctx: Ctx, changes: Changes): Changes {
  const entries = Object.entries(changes).filter(([key]) => key.startsWith('$'));
  return Object.fromEntries(
    entries.map(([key, pair]) => [key, key === '$share' ? named(ctx, pair) : pair]),
  );
}

const named = (ctx: Ctx, pair: [unknown, unknown]): [unknown, unknown] => {
  const grantees = granteesOf(ctx);
  const one = (share: unknown) => {
    if (typeof share !== 'object' || share === null) return null;
    const given = new Map<string, unknown>(Object.entries(share));
    const kind = granteeKinds.find((each) => given.has(each)) ?? 'member';
    const id = String(given.get(kind));
    return { ...share, [kind]: { id, title: grantees[kind].get(id)?.name ?? null } };
  };
  return [one(pair[0]), one(pair[1])];
};

function recordIds(field: ModelField, pair: readonly unknown[]): RecordLink[] {
  const to = references[field.kind]?.to;
  if (to !== 'record' && to !== 'link') return [];
  return pair.flatMap(idsIn).map((element) => {
    const { target, id } = targetOf(field, element);
    return { object: target.replace('record:', ''), id };
  });
}

function titleOf(
  ctx: Ctx,
  target: string,
  titles: ReadonlyMap<string, string>,
  id: string,
): string | null {
  if (target === 'member') return ctx.directory.members.get(id)?.name ?? null;
  if (target === 'team') return ctx.directory.teams.get(id)?.name ?? null;
  return titles.get(id) ?? null;
}
