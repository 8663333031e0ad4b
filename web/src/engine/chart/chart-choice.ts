import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import type { ChartChoice } from '../list/list-params.ts';

const isTime = ({ kind }: ScreenField): boolean => kind === 'date' || kind === 'dateTime';

/** Fields a chart can be made by: what groups, and times. */
export const dimensionsOf = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => isTime(field) || fieldView(field).groupable === true);

export const measuresOf = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => fieldView(field).summable === true && !field.system);

/** A field as a dimension; times by months unless said otherwise. */
export const asDimension = (field: ScreenField): ChartChoice['groupBy'][number] =>
  isTime(field) ? { field: field.key, bucket: 'month' } : { field: field.key };

/** What was chosen, as far as it still is there; else the first status as bars. */
export function chartChoice(object: ScreenObject, chosen: ChartChoice | undefined): ChartChoice {
  const known = chosen?.groupBy.filter(({ field }) => object.field.has(field)) ?? [];
  const measured = chosen?.measure.field;
  const first =
    object.fields.find(({ kind, system }) => kind === 'select' && !system) ??
    dimensionsOf(object)[0];
  return {
    kind: chosen?.kind ?? 'bar',
    groupBy: known.length > 0 ? known : first ? [asDimension(first)] : [],
    measure:
      chosen && (measured === undefined || object.field.has(measured))
        ? chosen.measure
        : { fn: 'count' },
  };
}
