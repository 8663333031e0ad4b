import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';

export interface Column {
  key: string;
  field: ScreenField;
  width: number;
  /** Stays in sight when the table is scrolled sideways. */
  isPinned: boolean;
  /** Pixels from the left edge, of pinned ones. */
  left: number;
  isTitle: boolean;
}

export const checkWidth = 52;
/** Where rows cannot be chosen, the first column begins at the edge of the page's text. */
export const gutterWidth = 12;
export const leastWidth = 64;
export const mostWidth = 800;

interface Shape {
  columns: readonly string[] | undefined;
  widths: Readonly<Record<string, number>>;
  pinned: readonly string[];
}

/** Columns of a table: pinned ones first, the title among them unless somebody let it go. */
export function columnsOf(object: ScreenObject, { columns, widths, pinned }: Shape): Column[] {
  const fields = (columns ?? object.list).flatMap((key) => object.field.get(key) ?? []);
  const shown = fields.length > 0 ? fields : titleField(object);
  const isPinned = ({ key }: ScreenField) => pinned.includes(key);
  const ordered = [...shown.filter(isPinned), ...shown.filter((field) => !isPinned(field))];
  let left = checkWidth;
  return ordered.map((field) => {
    const isTitle = field.key === object.title;
    const width = widths[field.key] ?? naturalWidth(field, isTitle);
    const column = { key: field.key, field, width, isPinned: isPinned(field), left, isTitle };
    left += width;
    return column;
  });
}

const naturalWidth = (field: ScreenField, isTitle: boolean): number =>
  isTitle ? Math.max(280, fieldView(field).width) : fieldView(field).width;

const titleField = (object: ScreenObject): ScreenField[] =>
  object.fields.filter(({ key }) => key === object.title).slice(0, 1);

/** Fields whose sums stand in the foot and beside groups; the server takes ten measures, the count is one. */
export const summed = (columns: readonly Column[]): Column[] =>
  columns.filter(({ field }) => fieldView(field).summable).slice(0, 9);

/** Kinds the server can order by. */
export const isSortable = ({ kind }: ScreenField): boolean => sortable.has(kind);
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
