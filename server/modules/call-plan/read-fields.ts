import type { Ctx } from '#engine/context.ts';
import { idOf, list, type ListQuery, type PresentedRecord } from '#engine/records/index.ts';

export interface Named {
  id: string;
  title: string | null;
}

export function refOf(value: unknown): Named | null {
  const id = idOf(value);
  if (id === null || typeof value !== 'object' || value === null) return null;
  return { id, title: 'title' in value && typeof value.title === 'string' ? value.title : null };
}

export const refsOf = (value: unknown): Named[] =>
  Array.isArray(value) ? value.flatMap((each) => refOf(each) ?? []) : [];

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Records with those of the fields that the actor may see. */
export async function listVisible(
  ctx: Ctx,
  object: string,
  query: Omit<ListQuery, 'fields'> & { fields: readonly string[] },
): Promise<PresentedRecord[]> {
  const { hidden } = ctx.access.of(object);
  const fields = query.fields.filter((field) => !hidden.has(field));
  return (await list(ctx, object, { ...query, fields })).items;
}

/** Whether all of these fields may be asked about. */
export const sees = (ctx: Ctx, object: string, ...fields: readonly string[]): boolean => {
  const { hidden } = ctx.access.of(object);
  return fields.every((field) => !hidden.has(field));
};
