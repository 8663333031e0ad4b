import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import { findPath, pathsOf, pathsThrough, relationsOf, type FieldPath } from '../filter/paths.ts';
import { conditionOf, type Bucket } from '../list/groups.ts';
import type { ChartChoice } from '../list/list-params.ts';
import type { Filter } from '#shared/filter.ts';

export type Dimension = ChartChoice['groupBy'][number];

const groupedParts: ReadonlySet<string> = new Set(['provinceCode', 'countryCode', 'currency']);

export const isTime = ({ field, part }: FieldPath): boolean =>
  part === undefined && fieldView(field).timed === true;

/** A record stands in several groups, so that groups do not add up to the whole. */
export const isInSeveral = ({ field, part }: FieldPath): boolean =>
  part === undefined && fieldView(field).several === true;

function canGroup({ field, part }: FieldPath): boolean {
  if (part !== undefined) return groupedParts.has(part);
  const { groupable, chartable } = fieldView(field);
  return groupable === true || chartable === true;
}

/** Whether a path can make groups, as the server takes it: not through a list of relations. */
const isDimension = (path: FieldPath): boolean => canGroup(path) && path.via?.kind !== 'relations';

/** What a chart can be made by: fields, their parts, and those of a related record that have few values. */
export function dimensionsOf(object: ScreenObject, model: ScreenModel): FieldPath[] {
  const far = relationsOf(object, model)
    .flatMap((relation) => pathsThrough(relation, object, model))
    .filter(({ field, part }) => part !== undefined || field.kind === 'select');
  return [...pathsOf(object, model), ...far].filter(isDimension);
}

/** A path as a dimension; times by months unless said otherwise. */
export const asDimension = (path: FieldPath): Dimension =>
  isTime(path) ? { field: path.path, bucket: 'month' } : { field: path.path };

export function pathOf(
  dimension: Dimension | undefined,
  object: ScreenObject,
  model: ScreenModel,
): FieldPath | undefined {
  const path = dimension && findPath(dimension.field, object, model);
  return path && isDimension(path) ? path : undefined;
}

/** The condition that the records of a group meet. */
export function groupCondition(
  { path, field, part }: FieldPath,
  bucket: Bucket | undefined,
  key: unknown,
  timeZone: string,
): Filter {
  // A part is compared as the text it is.
  const asked =
    part === undefined ? { ...field, key: path } : { ...field, key: path, kind: 'text' };
  return conditionOf(asked as typeof field, bucket, key, timeZone);
}
