import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';
import type { Label } from '#shared/define.ts';
import { targetOf } from '../filter/paths.ts';

/** What can stand in a column: a field, or one of the record that a relation leads to. */
export interface ColumnField {
  /** `region`, `account.region`. */
  key: string;
  field: ScreenField;
  via?: ScreenField;
}

export function findColumn(
  key: string,
  object: ScreenObject,
  model: ScreenModel,
): ColumnField | undefined {
  const [first = '', second, ...more] = key.split('.');
  const field = object.field.get(first);
  if (!field || more.length > 0) return undefined;
  if (second === undefined) return { key, field };
  const inner = leadsToOne(field) ? targetOf(field, model)?.field.get(second) : undefined;
  return inner && { key, field: inner, via: field };
}

/** Relations whose records have one cell for each of their fields. */
export const leadsToOne = ({ key, kind }: ScreenField): boolean =>
  kind === 'relation' && key !== 'id';

/** `Khu vực`, `Khách hàng › Khu vực`; files are headed in the same way. */
export const columnName = ({ field, via }: ColumnField, label: (of: Label) => string): string =>
  via ? `${label(via.label)} › ${label(field.label)}` : label(field.label);

/** Kinds the server can order by; what stands in other records has no order here. */
export const isSortable = ({ field, via }: Pick<ColumnField, 'field' | 'via'>): boolean =>
  !via && sortable.has(field.kind);
const sortable: ReadonlySet<string> = new Set([
  'autoNumber',
  'boolean',
  'date',
  'dateTime',
  'decimal',
  'duration',
  'email',
  'fullName',
  'money',
  'number',
  'percent',
  'phone',
  'rating',
  'select',
  'text',
  'url',
]);
