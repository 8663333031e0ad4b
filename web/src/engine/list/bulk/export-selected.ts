import type { ScreenObject } from '#web/api/model.ts';
import { startExport } from '../../transfer/start-export.tsx';
import type { ListState } from '../list-params.ts';
import { both } from '../query-of.ts';
import type { Selection } from '../table/use-selection.ts';

/** Exports what is selected; more than can be left out of a filter are not left out. */
export function exportSelected(
  object: ScreenObject,
  { sort, columns = object.list, where, q }: ListState,
  { all, ids }: Selection,
): void {
  if (!all) return startExport(object, { sort, columns, ids: [...ids] });
  const others = [...ids].slice(0, 200);
  const rest = { field: 'id', op: 'notIn' as const, value: others };
  return startExport(object, {
    sort,
    columns,
    where: others.length > 0 ? both(where, rest) : where,
    q,
  });
}
