import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import { findColumn, type ColumnField } from './column-field.ts';

export interface Column extends ColumnField {
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
export function columnsOf(
  object: ScreenObject,
  model: ScreenModel,
  { columns, widths, pinned }: Shape,
): Column[] {
  const found = (columns ?? object.list).flatMap((key) => findColumn(key, object, model) ?? []);
  const shown = found.length > 0 ? found : titleColumn(object);
  const isPinned = ({ key }: ColumnField) => pinned.includes(key);
  const ordered = [...shown.filter(isPinned), ...shown.filter((each) => !isPinned(each))];
  let left = checkWidth;
  return ordered.map((each) => {
    const isTitle = each.key === object.title;
    const width = widths[each.key] ?? naturalWidth(each, isTitle);
    const column = { ...each, width, isPinned: isPinned(each), left, isTitle };
    left += width;
    return column;
  });
}

/** Names of people are shorter than those of anything else; one that is a relation deep is headed by two names. */
export const naturalWidth = ({ field, via }: ColumnField, isTitle: boolean): number =>
  Math.max(
    fieldView(field).width,
    isTitle ? (field.kind === 'fullName' ? 240 : 280) : via ? 200 : 0,
    roomForOptions(field),
    roomForHead(field),
  );

/** The longest option is read whole, unless it is very long. */
function roomForOptions(field: ScreenField): number {
  if (field.kind !== 'select') return 0;
  const lengths = field.options.flatMap(({ label }) => [label.vi.length, label.en.length]);
  return Math.min(220, 54 + Math.round(7 * Math.max(0, ...lengths)));
}

/** Figures are narrow, what they count is not: its name and the arrow of its order are read whole. */
function roomForHead(field: ScreenField): number {
  if (fieldView(field).align !== 'right') return 0;
  return Math.min(
    220,
    44 + Math.round(6.4 * Math.max(field.label.vi.length, field.label.en.length)),
  );
}

const titleColumn = (object: ScreenObject): ColumnField[] =>
  object.fields
    .filter(({ key }) => key === object.title)
    .slice(0, 1)
    .map((field) => ({ key: field.key, field }));

/** Fields whose sums stand in the foot and beside groups; the server takes ten measures, the count is one. */
export const summed = (columns: readonly Column[]): Column[] =>
  columns
    .filter(({ field, via }) => !via && !field.system && fieldView(field).summable)
    .slice(0, 9);
