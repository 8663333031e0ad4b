import type { ScreenObject } from '#web/api/model.ts';
import type { ListState } from './list-params.ts';

/** A board has columns and a chart has bars, also before anybody has chosen them. */
export function drawable(object: ScreenObject, state: ListState): ListState {
  const field = usualField(object);
  if (field === undefined) return state;
  if (state.mode === 'board' && state.by === undefined) return { ...state, by: field };
  if (state.mode !== 'chart' || state.chart !== undefined) return state;
  return {
    ...state,
    chart: { kind: 'bar', groupBy: [{ field }], measure: { fn: 'count' } },
  };
}

/** The status, as far as an object has one: the first choice among the columns, or of the object. */
function usualField({ list, field, fields }: ScreenObject): string | undefined {
  const listed = list.flatMap((key) => field.get(key) ?? []);
  return [...listed, ...fields].find(({ kind }) => kind === 'select')?.key;
}
