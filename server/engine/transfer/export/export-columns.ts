import { invalid } from '#shared/errors.ts';
import type { FieldKind } from '#shared/fields/index.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import { writeList } from '#shared/fields/list.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findColumn, type FieldPath } from '../../records/field-path.ts';
import { references } from '../../records/references.ts';
import type { CellValue, WriteColumn } from '../write/table-column.ts';

export interface ColumnOptions {
  format: 'csv' | 'xlsx';
  /** Keys of fields, also of those a relation deep; everything a person may see when absent. */
  columns?: readonly string[] | undefined;
  /** Headings are the fields' keys instead of their labels. */
  keys?: boolean | undefined;
  /** Relations carry the id behind the title, so that they are found again whatever has the same name. */
  ids?: boolean | undefined;
}

export interface ExportColumn extends WriteColumn {
  /** Where a presented record has it. */
  key: string;
  /** The cell of a presented value. */
  cell: (value: unknown) => CellValue;
}

/** What a file shows of each record, and how. */
export function exportColumns(
  ctx: Ctx,
  object: ModelObject,
  options: ColumnOptions,
): ExportColumn[] {
  const paths = options.columns
    ? chosen(ctx, object, options.columns)
    : everything(ctx, object).map((field) => ({ field }));
  const { actor, workspace } = ctx;
  const style: TextStyle = {
    numbers: actor.language,
    // Days that start with the year are read back without asking for their order.
    dates: 'ymd',
    timeZone: actor.timeZone,
    currency: workspace.settings.currency,
    language: actor.language,
  };
  const labels = paths.map((path) => labelOf(path, actor.language));
  return paths.map((path, i): ExportColumn => {
    const { field } = path;
    const key = keyOf(path);
    const label = labels[i] ?? key;
    const twice = labels.indexOf(label) !== labels.lastIndexOf(label);
    return {
      key,
      name: options.keys ? key : twice ? `${label} (${key})` : label,
      kind: cellKind(field.kind, options.format),
      cell: cellOf(field, style, options),
    };
  });
}

const keyOf = ({ field, via }: FieldPath): string =>
  via ? `${via.relation.key}.${field.key}` : field.key;

/** No heading of a field of its own, so that reading the file back does not take it for one. */
const labelOf = ({ field, via }: FieldPath, language: Language): string =>
  via ? `${via.relation.label[language]} › ${field.label[language]}` : field.label[language];

function chosen(ctx: Ctx, object: ModelObject, keys: readonly string[]): FieldPath[] {
  const errors = keys
    .filter((key) => !findColumn(ctx, object, key))
    .map((key) => ({
      path: 'columns',
      code: 'unknownField' as const,
      params: { field: key.slice(0, 60) },
    }));
  if (errors.length > 0) throw invalid(errors);
  return [...new Set(keys)].flatMap((key) => findColumn(ctx, object, key) ?? []);
}

/** The id to find the record again, what was declared, and who it belongs to. */
function everything(ctx: Ctx, object: ModelObject): ModelField[] {
  const { hidden } = ctx.access.of(object.key);
  const shown = [...object.fields.values()].filter(({ key }) => !hidden.has(key));
  return [
    ...shown.filter(({ key, system }) => system && key === 'id'),
    ...shown.filter(({ system, readOnly }) => !system || !readOnly),
  ];
}

/** In a file of text only numbers differ from words: nothing of theirs could be taken for a formula. */
function cellKind(kind: FieldKind, format: ColumnOptions['format']): WriteColumn['kind'] {
  const own = sheetKinds[kind] ?? 'text';
  return format === 'xlsx' || own === 'number' ? own : 'text';
}

/** Kinds that a spreadsheet has cells of its own for. */
const sheetKinds: Partial<Record<FieldKind, WriteColumn['kind']>> = {
  number: 'number',
  decimal: 'number',
  percent: 'number',
  rating: 'number',
  money: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
};

function cellOf(
  field: ModelField,
  style: TextStyle,
  { format, ids }: ColumnOptions,
): (value: unknown) => CellValue {
  if (references[field.kind] && field.key !== 'id')
    return (value) => referenceText(value, ids === true && references[field.kind]?.to === 'record');
  const kind = valueKind(field);
  const own = format === 'xlsx' ? sheetCells[field.kind] : undefined;
  const text = (value: unknown) => kind.toText(value, field, style);
  return (value) => {
    if (value === null || value === undefined) return null;
    const cell = own?.(value, style, text);
    return cell === undefined ? certain(text(value), field.kind) : cell;
  };
}

type SheetCell = (value: unknown, style: TextStyle, text: (value: unknown) => string) => CellValue;

const sheetCells: Partial<Record<FieldKind, SheetCell>> = {
  number: (value) => Number(value),
  decimal: (value) => String(value),
  percent: (value) => String(value),
  rating: (value) => Number(value),
  boolean: (value) => value === true,
  date: (value) => String(value),
  dateTime: (value, _style, text) => text(value).replace(' ', 'T'),
  // A number alone is in the company's currency; any other names its own.
  money: (value, { currency }) => (isAmountIn(value, currency) ? value.amount : undefined),
};

const isAmountIn = (value: unknown, currency: string): value is { amount: string } =>
  typeof value === 'object' &&
  value !== null &&
  'currency' in value &&
  value.currency === currency &&
  'amount' in value &&
  typeof value.amount === 'string';

const exact = new Set<FieldKind>(['decimal', 'percent', 'money']);

/** `1,234` could be a thousand; `1,2340` cannot. */
const certain = (text: string, kind: FieldKind): string =>
  exact.has(kind) ? text.replace(/^(-?\d{1,3}[.,]\d{3})(?!\d)/, '$10') : text;

function referenceText(value: unknown, withId: boolean): CellValue {
  if (Array.isArray(value)) {
    const texts = value
      .map((each) => String(referenceText(each, withId) ?? ''))
      .filter((each) => each !== '');
    return texts.length === 0 ? null : writeList(texts);
  }
  if (typeof value !== 'object' || value === null) return null;
  const title = 'title' in value ? value.title : 'name' in value ? value.name : null;
  if (typeof title !== 'string') return null;
  return withId && 'id' in value ? `${title} [${String(value.id)}]` : title;
}
