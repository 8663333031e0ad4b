import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findColumn, findField, visibleField } from '../records/field-path.ts';
import type { ViewDefinition } from './definition.ts';

/**
 * The definition without what does not exist for the reader: fields hidden from them, or gone since it was saved.
 * `complete` is false when a condition had to be left out, because the list then shows more than its maker meant.
 */
export function presentDefinition(
  ctx: Ctx,
  object: ModelObject,
  definition: ViewDefinition,
): { definition: ViewDefinition; complete: boolean } {
  const sees = (name: string) => visibleField(ctx, object, name) !== undefined;
  const finds = (name: string) => findField(ctx, object, name, false) !== undefined;
  const shows = (name: string) => findColumn(ctx, object, name) !== undefined;
  const { where, sort, columns, widths, pinned, groupBy, sum, calendar, chart, ...rest } =
    definition;
  const filter = where === undefined ? undefined : prune(where, finds);
  const sorted = sort?.split(',').filter((name) => sees(name.replace(/^-/, '')));
  const shown = columns?.filter(shows);
  const result: ViewDefinition = {
    ...rest,
    ...(filter?.kept !== undefined && { where: filter.kept }),
    ...(sorted && sorted.length > 0 && { sort: sorted.join(',') }),
    ...(shown && shown.length > 0 && { columns: shown }),
    ...(widths && {
      widths: Object.fromEntries(Object.entries(widths).filter(([name]) => shows(name))),
    }),
    ...(pinned && { pinned: pinned.filter(shows) }),
    ...(groupBy !== undefined && finds(groupBy) && { groupBy }),
    ...(sum !== undefined && sees(sum) && { sum }),
    ...(calendar && Object.values(calendar).every(sees) && { calendar }),
    ...(chart &&
      chart.groupBy.every(({ field }) => finds(field)) &&
      (chart.measure.field === undefined || sees(chart.measure.field)) && { chart }),
  };
  return { definition: drawable(result), complete: filter?.complete ?? true };
}

/** A board without its field, a calendar without its day: a table shows the same records. */
const drawable = (definition: ViewDefinition): ViewDefinition => {
  const { display } = definition;
  const missing =
    (display === 'board' && definition.groupBy === undefined) ||
    (display === 'calendar' && !definition.calendar) ||
    (display === 'chart' && !definition.chart);
  return missing ? { ...definition, display: 'table' } : definition;
};

interface Pruned {
  kept: unknown;
  complete: boolean;
}

/** A filter that was checked when it was saved, without the conditions on unknown fields. */
function prune(node: unknown, known: (name: string) => boolean): Pruned {
  if (typeof node !== 'object' || node === null) return { kept: undefined, complete: false };
  if ('not' in node) {
    const inner = prune(node.not, known);
    return { kept: inner.kept && { not: inner.kept }, complete: inner.complete };
  }
  const name = 'and' in node ? 'and' : 'or' in node ? 'or' : undefined;
  if (name === undefined) {
    const ok = 'field' in node && typeof node.field === 'string' && known(node.field);
    return { kept: ok ? node : undefined, complete: ok };
  }
  const list: unknown = 'and' in node ? node.and : 'or' in node ? node.or : [];
  const parts = Array.isArray(list) ? list.map((part) => prune(part, known)) : [];
  const kept = parts.map((part) => part.kept).filter((part) => part !== undefined);
  return {
    kept: kept.length === 0 && parts.length > 0 ? undefined : { [name]: kept },
    complete: parts.every((part) => part.complete),
  };
}
