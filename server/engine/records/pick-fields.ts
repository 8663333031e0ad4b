import type { ModelField, ModelObject } from '#shared/model.ts';

/** The fields of an object that something concerns, picked once per model: writing asks for them with every record. */
export function pickFields(
  concerns: (field: ModelField) => boolean,
): (object: ModelObject) => readonly ModelField[] {
  const picked = new WeakMap<ModelObject, readonly ModelField[]>();
  return (object) => {
    const known = picked.get(object);
    if (known) return known;
    const fields = [...object.fields.values()].filter(concerns);
    picked.set(object, fields);
    return fields;
  };
}
