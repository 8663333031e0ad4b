import type { ScreenObject } from '#web/api/model.ts';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';
import { filterOfSelected } from './find-selected.ts';

/** Asked for rarely: the export comes when it is wanted. */
export async function exportSelected(
  object: ScreenObject,
  state: ListState,
  selection: Selection,
): Promise<void> {
  const { startExport } = await import('../../transfer/start-export.tsx');
  const { sort, columns, where, q } = state;
  const found = filterOfSelected(state, selection) ?? { where, q };
  startExport(object, { ...found, sort, columns: columns ?? object.list });
}
