import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/index.ts';
import { readsLong } from '../fields/says-little.ts';
import { nextStepOf } from '../records/next-steps.ts';

export const columnFields = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => fieldView(field).columns !== undefined);

/** The field that was chosen; else the first one that a list shows, or can be changed. */
export function columnField(object: ScreenObject, by: string | undefined): ScreenField | undefined {
  const fields = columnFields(object);
  const chosen = fields.find(({ key }) => key === by);
  if (chosen) return chosen;
  const selects = fields.filter(({ kind }) => kind === 'select');
  return (
    selects.find(({ key }) => object.list.includes(key)) ??
    selects[0] ??
    fields.find(({ writable }) => writable) ??
    fields[0]
  );
}

export const sumFields = (object: ScreenObject): ScreenField[] =>
  object.fields.filter(
    (field) =>
      field.kind !== 'rating' &&
      field.key !== 'version' &&
      !field.system &&
      fieldView(field).summable === true,
  );

/** Whether cards may be moved: into another value of the field, by this person. */
export const canMove = (object: ScreenObject, field: ScreenField): boolean =>
  field.writable && object.rights.update !== 'none';

const most = 4;

export interface CardFields {
  facts: readonly ScreenField[];
  /** Whose picture stands in the corner. */
  person: ScreenField | undefined;
  /** When somebody will be spoken to next. */
  step: ScreenField | undefined;
}

/** What a card shows beneath its title: key facts of the record, but not what its column says. */
export function cardFields(object: ScreenObject, by: string, sum: string | undefined): CardFields {
  const keys = [...(sum === undefined ? [] : [sum]), ...object.layout.facts, ...object.list];
  const fields = [...new Set(keys)].flatMap((key) => object.field.get(key) ?? []);
  const step = object.field.get(nextStepOf(object.key) ?? '');
  const free = fields.filter(
    (field) =>
      field.key !== by &&
      field.key !== object.title &&
      field.kind !== 'autoNumber' &&
      !readsLong(field) &&
      // Beside the next time the last one would be taken for it.
      !(step && field.kind === 'dateTime') &&
      fieldView(field).block !== true,
  );
  const person = free.find(({ kind }) => kind === 'member');
  return { person, step, facts: free.filter((field) => field !== person).slice(0, most) };
}

/** What the server is asked of each card. */
export const askedFields = (
  { title }: ScreenObject,
  { key: by }: ScreenField,
  { facts, person, step }: CardFields,
): string[] => [
  ...new Set([
    ...(title === null ? [] : [title]),
    by,
    ...facts.map(({ key }) => key),
    ...(person ? [person.key] : []),
    ...(step ? [step.key] : []),
  ]),
];
