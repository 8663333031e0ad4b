import type { ScreenObject } from '#web/api/model.ts';
import type { FieldProblem } from '#web/api/problem.ts';

/** What is wrong as its fields stand in the form, from the top; what belongs to no field comes first. */
export function inFormOrder(
  { quickCreate, sections }: Pick<ScreenObject['layout'], 'quickCreate' | 'sections'>,
  isNew: boolean,
  errors: readonly FieldProblem[],
): FieldProblem[] {
  const order = [...(isNew ? quickCreate : []), ...sections.flatMap(({ fields }) => fields)];
  const place = ({ path }: FieldProblem) => order.indexOf(path.split('.')[0] ?? '');
  return errors.toSorted((a, b) => place(a) - place(b));
}
