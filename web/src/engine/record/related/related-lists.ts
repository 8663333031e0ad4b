import type { Label } from '#shared/define.ts';
import type { Filter } from '#shared/filter.ts';
import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';

export interface RelatedList {
  /** `object.field`. */
  key: string;
  object: ScreenObject;
  /** The relation, or the links, that point here. */
  field: ScreenField;
  /** Key of the object they point to. */
  to: string;
  label: Label;
}

/** Lists of records that point to those of an object, as its layout has them and this person may see them. */
export function relatedLists(object: ScreenObject, model: ScreenModel): RelatedList[] {
  return object.layout.related.flatMap((key) => {
    const [name = '', fieldKey = ''] = key.split('.');
    const other = model.byKey.get(name);
    const field = other?.field.get(fieldKey);
    if (!other || !field || other.rights.read === 'none') return [];
    const inverse =
      field.kind === 'relation' || field.kind === 'relations' ? field.inverse : undefined;
    const label = inverse?.label ?? other.pluralLabel;
    return [{ key, object: other, field, to: object.key, label }];
  });
}

export function pointsTo({ field, to }: RelatedList, id: string): Filter {
  if (field.kind === 'links')
    return { field: field.key, op: 'hasAny', value: [{ object: to, id }] };
  return field.kind === 'relations'
    ? { field: field.key, op: 'hasAny', value: [id] }
    : { field: field.key, op: 'eq', value: id };
}

/** What a new record of the list begins with, so that it belongs here. */
export function tiedTo(
  { field, to }: RelatedList,
  reference: { id: string; title: string },
): Record<string, unknown> {
  if (field.kind === 'links') return { [field.key]: [{ object: to, ...reference }] };
  return { [field.key]: field.kind === 'relations' ? [reference] : reference };
}
