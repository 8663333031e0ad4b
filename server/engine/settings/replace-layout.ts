import { v7 as newId } from 'uuid';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import { everyone } from '#shared/page-layout.ts';
import type { CustomRows, LayoutRow } from '../model/load-custom.ts';

export const layoutRow = (
  { layouts }: CustomRows,
  object: string,
  role: string,
): LayoutRow | undefined =>
  layouts.find((row) => row.object === object && (row.role ?? everyone) === role);

export function replaceLayout(
  rows: CustomRows,
  object: string,
  role: string,
  definition: LayoutDefinition | null,
): CustomRows {
  const old = layoutRow(rows, object, role);
  const row: LayoutRow = {
    id: old?.id ?? newId(),
    object,
    role: role === everyone ? null : role,
    definition,
  };
  return { ...rows, layouts: [...rows.layouts.filter((each) => each !== old), row] };
}
