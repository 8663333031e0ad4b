import type { ScreenObject } from '#web/api/model.ts';
import type { ListState } from '../list-params.ts';
import type { SelectionControl } from '../table/use-selection.ts';

interface Props {
  object: ScreenObject;
  state: ListState;
  selection: SelectionControl;
}

export function BulkBar(_props: Props) {
  return null;
}
