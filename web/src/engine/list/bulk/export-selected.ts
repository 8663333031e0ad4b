import type { ScreenObject } from '#web/api/model.ts';
import { startExport } from '../../transfer/start-export.tsx';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';
import { filtersOf } from './filters-of.ts';

/** Exports what is selected; more than can be left out of a filter are not left out. */
export function exportSelected(
  object: ScreenObject,
  { sort, columns = object.list, where, q }: ListState,
  { all, ids }: Selection,
): void {
  if (!all) return startExport(object, { sort, columns, ids: [...ids] });
  const [query] = filtersOf({ where, q }, { all, ids });
  return startExport(object, { sort, columns, ...query });
}
