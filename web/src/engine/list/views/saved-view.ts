import type { Label } from '#shared/define.ts';
import type { Filter } from '#shared/filter.ts';
import type { Reference } from '#web/api/records.ts';
import { splitGroup, writeGroup, type Bucket } from '../groups.ts';
import type { ChartChoice, ListState } from '../list-params.ts';

export type Audience = 'mine' | 'team' | 'everyone';

/** How a list is shown, as the server keeps it. */
export interface ViewContent {
  where?: Filter;
  q?: string;
  sort?: string;
  columns?: readonly string[];
  widths?: Readonly<Record<string, number>>;
  pinned?: readonly string[];
  groupBy?: string;
  bucket?: Bucket;
  sum?: string;
  display: 'table' | 'board' | 'calendar' | 'chart';
  chart?: ChartChoice;
}

export interface SavedView {
  id: string;
  object: string;
  name: string | Label;
  builtIn: boolean;
  audience: Audience;
  owner: Reference | null;
  teamId: string | null;
  definition: ViewContent;
  /** False when the reader may not see a field that the view filters by. */
  complete: boolean;
  position: number;
  isDefault: boolean;
  version: number;
  writable: boolean;
}

/** What a view says of a list. */
export function stateOfView({ definition }: SavedView): Partial<ListState> {
  const { where, q, sort, columns, widths, pinned, groupBy, bucket, sum, display, chart } =
    definition;
  const mode = display === 'calendar' ? 'table' : display;
  return {
    ...(where && { where }),
    ...(q !== undefined && { q }),
    ...(sort !== undefined && { sort }),
    ...(columns && { columns }),
    ...(widths && { widths }),
    ...(pinned && { pinned }),
    mode,
    ...(groupBy !== undefined &&
      (mode === 'board' ? { by: groupBy } : { group: writeGroup(groupBy, bucket) })),
    ...(sum !== undefined && { sum }),
    ...(chart && { chart }),
  };
}

/** What is kept of a list when it is saved as a view. */
export function contentOf(state: ListState): ViewContent {
  const { where, q, sort, columns, widths, pinned, mode, by, sum, chart } = state;
  const group = splitGroup(state.group);
  const groupBy = mode === 'board' ? by : group.key;
  const isDrawable =
    (mode === 'board' && by !== undefined) || (mode === 'chart' && chart !== undefined);
  return {
    display: isDrawable ? mode : 'table',
    ...(where && { where }),
    ...(q !== undefined && { q }),
    ...(sort !== undefined && { sort }),
    ...(columns && columns.length > 0 && { columns }),
    ...(widths && { widths }),
    ...(pinned && { pinned }),
    ...(groupBy !== undefined && { groupBy }),
    ...(mode !== 'board' && group.bucket && { bucket: group.bucket }),
    ...(mode === 'board' && sum !== undefined && { sum }),
    ...(chart && { chart }),
  };
}
