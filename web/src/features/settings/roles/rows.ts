import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import { everything, isScoped, scopes, type Scope, type Verb } from './rights.ts';

export type RowGroup = 'groupAll' | 'groupMain' | 'groupThrough' | 'groupCustom';

export interface GridRow {
  /** Of the object, or `everything`. */
  key: string;
  object: ScreenObject | undefined;
  group: RowGroup;
}

/** First what holds for all, then the objects in the order of the model, kind by kind. */
export function gridRows(model: ScreenModel): GridRow[] {
  const rows = model.objects.map((object) => ({ key: object.key, object, group: groupOf(object) }));
  const order: readonly RowGroup[] = ['groupMain', 'groupThrough', 'groupCustom'];
  return [
    { key: everything, object: undefined, group: 'groupAll' },
    ...order.flatMap((group) => rows.filter((row) => row.group === group)),
  ];
}

function groupOf(object: ScreenObject): RowGroup {
  if (object.custom) return 'groupCustom';
  return typeof object.reach === 'object' ? 'groupThrough' : 'groupMain';
}

/** Only of objects whose records belong to somebody it matters whose they are. */
export const isYesOrNo = ({ object }: GridRow, verb: Verb): boolean =>
  !isScoped(verb) || (object !== undefined && object.reach !== 'owned');

const yesOrNo: readonly Scope[] = ['none', 'all'];
export const choicesOf = (row: GridRow, verb: Verb): readonly Scope[] =>
  isYesOrNo(row, verb) ? yesOrNo : scopes;

/** What a digit means in a cell: 0 nothing, then wider and wider; where there is only yes, any other digit. */
export function keyChoice(row: GridRow, verb: Verb, digit: number): Scope | undefined {
  if (!isYesOrNo(row, verb)) return scopes[digit];
  return digit === 0 ? 'none' : 'all';
}
