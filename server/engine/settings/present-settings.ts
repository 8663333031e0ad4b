import type { Field } from '#shared/define.ts';
import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { CustomObject } from '../model/build-model.ts';
import { loadCustomRows, type CustomRows, type FieldRow } from '../model/load-custom.ts';
import { requireAdministrator } from './require-administrator.ts';

/** A custom field as an administrator sees it, archived or not. */
export type FieldSetting = Field & {
  id: string;
  key: string;
  object: string;
  position: number;
  archivedAt: string | null;
};

export type ObjectSetting = CustomObject & {
  id: string;
  archivedAt: string | null;
  fields: FieldSetting[];
};

export function presentField(rows: CustomRows, object: string, key: string): FieldSetting {
  const row = rows.fields.find((each) => each.object === object && each.key === key);
  if (!row) throw notFound();
  return present(row);
}

const present = ({ definition, ...row }: FieldRow): FieldSetting => ({ ...definition, ...row });

export function presentObject(rows: CustomRows, key: string): ObjectSetting {
  const row = rows.objects.find((each) => each.key === key);
  if (!row) throw notFound();
  const { definition, id, archivedAt } = row;
  return { ...definition, id, archivedAt, fields: fieldsOf(rows, key) };
}

const fieldsOf = (rows: CustomRows, object: string): FieldSetting[] =>
  rows.fields
    .filter((row) => row.object === object)
    .toSorted((a, b) => a.position - b.position)
    .map(present);

/** Objects made here, archived ones too. */
export async function listObjectSettings(ctx: Ctx): Promise<ObjectSetting[]> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  return rows.objects.map(({ key }) => presentObject(rows, key));
}

/** Fields added to an object of any kind, archived ones too. */
export async function listFieldSettings(ctx: Ctx, object: string): Promise<FieldSetting[]> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  const isKnown = ctx.model.objects.has(object) || rows.objects.some(({ key }) => key === object);
  if (!isKnown) throw notFound();
  return fieldsOf(rows, object);
}
