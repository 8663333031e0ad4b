import type { ValueError } from '#shared/errors.ts';
import { sqlKind } from '../fields/index.ts';
import { isMeasured } from '../fields/parts.ts';
import { findField, type FieldPath } from './field-path.ts';
import { partKind } from './operand.ts';
import { column, columnName } from './sql.ts';
import type { Scope } from './where.ts';

export const measureFunctions = ['count', 'countDistinct', 'sum', 'avg', 'min', 'max'] as const;
export type MeasureFunction = (typeof measureFunctions)[number];

/** The expression of one measure; what is wrong with it is added to `errors`. */
export function measure(
  scope: Scope,
  { fn, field: name }: { fn: MeasureFunction; field?: string | undefined },
  index: number,
  errors: ValueError[],
): string {
  if (fn === 'count' && name === undefined) return 'count(*)';
  const at = `measures.${index}`;
  const path = name === undefined ? undefined : findField(scope.ctx, scope.object, name, false);
  if (!path || path.via) {
    errors.push({
      path: `${at}.field`,
      code: name === undefined ? 'required' : 'unknownField',
      params: { field: (name ?? '').slice(0, 60) },
    });
    return 'null';
  }
  const suffix = measuredSuffix(path, fn);
  if (suffix === undefined) {
    errors.push({ path: `${at}.fn`, code: 'badOperator', params: { op: fn } });
    return 'null';
  }
  const own = column(scope.alias, columnName(path.field, suffix));
  return fn === 'countDistinct' ? `count(distinct ${own})` : `${fn}(${own})`;
}

/** The column a function takes, where the kind, or the part that is named, has one for it. */
function measuredSuffix(path: FieldPath, fn: MeasureFunction): string | undefined {
  const kind = sqlKind(path.field);
  const counts = fn === 'count' || fn === 'countDistinct';
  if (path.part !== undefined) {
    const behaves = partKind(path);
    return counts || (behaves && isMeasured(behaves)) ? kind.parts?.[path.part] : undefined;
  }
  if (counts) return '';
  return fn === 'sum' || fn === 'avg' ? kind.measure : (kind.measure ?? kind.extremes);
}
