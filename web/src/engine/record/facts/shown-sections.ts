import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { Label } from '#shared/define.ts';
import type { RecordData } from '#web/api/records.ts';

export interface ShownSection {
  key: string;
  label: Label;
  fields: ScreenField[];
}

/** Sections of the layout with the fields this person has of them; empty ones are left out. */
export const sectionsOf = (object: ScreenObject): ShownSection[] =>
  object.layout.sections
    .map(({ key, label, fields }) => ({
      key,
      label,
      fields: fields.flatMap((name) => object.field.get(name) ?? []),
    }))
    .filter(({ fields }) => fields.length > 0);

/** Key facts as the layout has them; the name stands above the page. */
export const factsOf = (object: ScreenObject): ScreenField[] =>
  object.layout.facts
    .filter((key) => key !== object.title)
    .flatMap((key) => object.field.get(key) ?? []);

/** What else is known: filled fields of each section that are no key facts. */
export function filledSections(object: ScreenObject, record: RecordData): ShownSection[] {
  const known = new Set([...object.layout.facts, object.title]);
  return sectionsOf(object)
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ key }) => {
        const value = record[key];
        return !known.has(key) && value !== null && value !== undefined && value !== false;
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}
