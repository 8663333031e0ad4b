import { valueKind } from '#shared/fields/index.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { sqlKind } from '../../fields/index.ts';

/** A field by which a record can be told from others, best first. */
export interface KeyField {
  key: string;
  field: ModelField;
  /** Equal values mean the same record, without anyone saying so. */
  sure: boolean;
}

/** From here on a single piece of evidence is enough. */
const telling = 80;

/** Id, numbers, unique fields, what duplicates are told by, and the title. */
export function keyFields(object: ModelObject): KeyField[] {
  const found = new Map<string, KeyField>();
  const add = (field: ModelField | undefined, sure: boolean) => {
    if (field && !found.has(field.key)) found.set(field.key, { key: field.key, field, sure });
  };
  const fields = [...object.fields.values()];
  add(object.fields.get('id'), true);
  for (const field of fields) if (field.kind === 'autoNumber') add(field, true);
  for (const field of fields) if (field.unique) add(field, true);
  for (const rule of object.duplicates) {
    const field = object.fields.get(rule.field);
    const found_ = field && (field.index || field.unique || sqlKind(field).alwaysIndexed);
    if (rule.match === 'exact' && found_) {
      // A phone or mailbox may be shared by several; a number of one's own may not.
      add(field, rule.score >= telling && valueKind(field).operators.includes('in'));
    }
  }
  const people = object.duplicates.some(
    ({ field, match }) => field === object.title && match === 'personName',
  );
  add(object.fields.get(object.title), !people);
  return [...found.values()];
}
