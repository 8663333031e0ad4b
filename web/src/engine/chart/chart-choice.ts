import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import { findPath } from '../filter/paths.ts';
import type { ChartChoice } from '../list/list-params.ts';
import { asDimension, dimensionsOf, isTime, pathOf } from './dimensions.ts';

export const measuresOf = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => {
    const { summable, align } = fieldView(field);
    return (summable === true || align === 'right') && !field.system;
  });

/** Of a score there is an average, and no sum. */
export const waysOf = (field: ScreenField): readonly ('sum' | 'avg')[] =>
  fieldView(field).summable ? ['sum', 'avg'] : ['avg'];

/** What was chosen, as far as it still is there; else the first status as bars. */
export function chartChoice(
  object: ScreenObject,
  model: ScreenModel,
  chosen: ChartChoice | undefined,
): ChartChoice {
  const known = (chosen?.groupBy ?? []).flatMap((dimension) => {
    const path = pathOf(dimension, object, model);
    if (!path) return [];
    return isTime(path)
      ? { ...dimension, bucket: dimension.bucket ?? 'month' }
      : { field: path.path };
  });
  const measured = chosen?.measure.field;
  const kind = chosen?.kind ?? 'bar';
  const canSplit = kind === 'bar' || kind === 'line';
  const groupBy = known.length > 0 ? known : firstOf(object, model);
  return {
    kind,
    groupBy: groupBy.slice(0, canSplit ? 2 : 1),
    measure:
      chosen && (measured === undefined || object.field.has(measured))
        ? chosen.measure
        : { fn: 'count' },
  };
}

function firstOf(object: ScreenObject, model: ScreenModel): ChartChoice['groupBy'] {
  const status = object.fields.find(
    ({ key, kind, system }) => kind === 'select' && !system && object.list.includes(key),
  );
  const path = status && findPath(status.key, object, model);
  const first = path ?? dimensionsOf(object, model)[0];
  return first ? [asDimension(first)] : [];
}
