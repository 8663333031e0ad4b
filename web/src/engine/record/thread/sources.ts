import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { asReference } from '../../fields/read-value.ts';

interface Source {
  object: ScreenObject;
  /** Its fields that name the record whose thread it is. */
  fields: readonly ScreenField[];
}

const leadsTo = (field: ScreenField, key: string): boolean =>
  field.kind === 'links' || ('to' in field && field.to === key);

/** Objects whose records stand in threads of this one. */
export const sourcesOf = ({ objects }: ScreenModel, { key }: ScreenObject): Source[] =>
  objects.flatMap((object) => {
    const fields = (object.timeline?.to ?? [])
      .map((name) => object.field.get(name))
      .filter((field) => field !== undefined)
      .filter((field) => leadsTo(field, key));
    return fields.length === 0 || object.rights.read === 'none' ? [] : [{ object, fields }];
  });

/** Where what stands in the thread is kept, replies too. */
export const pathsOf = (model: ScreenModel, of: ScreenObject): string[] => [
  ...sourcesOf(model, of).map(({ object }) => object.path),
  ...model.objects.filter(({ timeline }) => timeline?.reply).map(({ path }) => path),
];

/** Whether a new record of it can stand in the thread of this object's records. */
export const canWrite = (model: ScreenModel, of: ScreenObject, key: string): boolean => {
  const source = sourcesOf(model, of).find(({ object }) => object.key === key);
  return source?.object.rights.create === true && source.fields.some(({ writable }) => writable);
};

/**
 * What a new record needs, as inputs give values, so that it stands in the thread of this one: the relation that leads there, else a link; and
 * what that record itself belongs to, so that it stands there too.
 */
export function aboutValues(
  source: ScreenObject,
  of: ScreenObject,
  record: Reference,
  values: RecordData,
): Record<string, unknown> {
  const ways = (source.timeline?.to ?? [])
    .map((name) => source.field.get(name))
    .filter((field) => field?.writable === true)
    .filter((field) => field !== undefined);
  const own = ways.find((field) => leadsTo(field, of.key));
  const about: Record<string, unknown> = own ? valueOf(own, of.key, record) : {};
  for (const field of ways) {
    if (field.kind !== 'relation' || field.key in about) continue;
    const above = of.fields.find((each) => each.kind === 'relation' && each.to === field.to);
    const found = above && field.to !== of.key ? asReference(values[above.key]) : null;
    if (found) about[field.key] = found;
  }
  return about;
}

function valueOf(field: ScreenField, object: string, to: Reference): Record<string, unknown> {
  if (field.kind === 'links') return { [field.key]: [{ object, ...to }] };
  return { [field.key]: field.kind === 'relations' ? [to] : to };
}
