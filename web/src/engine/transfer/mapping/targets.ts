import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';

/** Where a column can go, as the server decides it too. */
export interface Target {
  /** `phones` or `contact.phones`. */
  path: string;
  object: ScreenObject;
  field: ScreenField;
}

const files = new Set<string>(['file', 'files']);
/** Kinds that take several columns of a file, one after the other. */
export const joined: ReadonlySet<string> = new Set([
  'phones',
  'emails',
  'tags',
  'multiSelect',
  'longText',
  'address',
]);
const relations = new Set<string>(['relation', 'relations']);

/** Fields of the object and of those beside it whose records can come in the same rows. */
export function targetsOf(model: ScreenModel, main: ScreenObject): Target[] {
  return [
    ...fieldsOf(main).map((field) => ({ path: field.key, object: main, field })),
    ...relativesOf(model, main).flatMap(({ object, link }) =>
      fieldsOf(object)
        .filter(({ key }) => key !== link)
        .map((field) => ({ path: `${object.key}.${field.key}`, object, field })),
    ),
  ];
}

const fieldsOf = (object: ScreenObject): ScreenField[] =>
  object.fields.filter((field) => (field.writable || field.key === 'id') && !files.has(field.kind));

function relativesOf(
  model: ScreenModel,
  main: ScreenObject,
): { object: ScreenObject; link: string | undefined }[] {
  const found = new Map<string, { object: ScreenObject; link: string | undefined }>();
  const add = (object: ScreenObject | undefined, link?: string) => {
    if (object?.rights.import && object.key !== main.key && !found.has(object.key))
      found.set(object.key, { object, link });
  };
  for (const kind of ['relation', 'relations'])
    for (const field of main.fields)
      if (field.kind === kind && !field.system && 'to' in field) add(model.byKey.get(field.to));
  for (const object of model.objects) {
    const link = object.fields.find(
      (field) => field.kind === 'relation' && !field.system && field.to === main.key,
    );
    if (link) add(object, link.key);
  }
  return [...found.values()];
}

export const takesSeveral = ({ field }: Target): boolean => joined.has(field.kind);
export const isLink = ({ field }: Target): boolean =>
  relations.has(field.kind) && field.key !== 'id';

/** A field by which a row can be a record that is there. */
export interface KeyField {
  key: string;
  /** Equal values mean the same record without anyone saying so. */
  sure: boolean;
}

/** From here on a single piece of evidence is enough. */
const telling = 80;

/** Id, numbers, unique fields, what duplicates are told by, and the title: best first, as the server has it. */
export function keyFieldsOf(object: ScreenObject): KeyField[] {
  const found = new Map<string, KeyField>();
  const add = (key: string | null | undefined, sure: boolean) => {
    if (key && object.field.has(key) && !found.has(key)) found.set(key, { key, sure });
  };
  add('id', true);
  for (const { key, kind } of object.fields) if (kind === 'autoNumber') add(key, true);
  for (const { key, unique } of object.fields) if (unique) add(key, true);
  for (const { field: key, match, score } of object.duplicates) {
    const field = object.field.get(key);
    if (match !== 'exact' || !field) continue;
    const isList = lists.has(field.kind);
    if (isList || field.index === true) add(key, score >= telling && !isList);
  }
  const isPerson = object.duplicates.some(
    ({ field, match }) => field === object.title && match === 'personName',
  );
  add(object.title, !isPerson);
  return [...found.values()];
}

/** Kinds of several values: found without an index of their own, and shared by several records. */
const lists = new Set<string>(['phones', 'emails']);
