import type { Db } from '../db.ts';
import { qualified } from '../records/sql.ts';
import type { CustomField, CustomObject } from './build-model.ts';

/** Reads the objects and fields an administrator made; what is archived stays in the tables but not in the model. */
export async function loadCustom(
  db: Db,
  schema: string,
): Promise<{ objects: CustomObject[]; fields: CustomField[] }> {
  const [objects, fields] = await Promise.all([
    db.query(
      `select definition from ${qualified(schema, 'custom_object')} where archived_at is null order by created_at`,
      [],
    ),
    db.query(
      `select object, key, definition from ${qualified(schema, 'custom_field')}
       where archived_at is null order by position, created_at, key`,
      [],
    ),
  ]);
  return {
    // Written by create-object.ts and add-field.ts only, which checked them against the same types.
    objects: objects.map(([definition]) => definition as CustomObject),
    fields: fields.map(([object, key, field]) => ({ object, key, field }) as CustomField),
  };
}
