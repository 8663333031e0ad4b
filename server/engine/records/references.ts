import type { Field } from '#shared/define.ts';
import type { FieldKind } from '#shared/fields/index.ts';
import type { Model, ModelObject } from '#shared/model.ts';

/** What the value of a reference kind is the id of, and whether it is a list of ids. */
export interface Reference {
  /** `link`: records of any object, the value saying of which. */
  to: 'record' | 'link' | 'member' | 'team' | 'file';
  many: boolean;
}

/** A reference's value is an id, or a list of them; a link is a pair in one text. */
export const idsIn = (value: unknown): string[] =>
  [value].flat().filter((id) => typeof id === 'string');

/** What people and teams are called, from memory; null for one that is gone. */
export const nameIn = (known: ReadonlyMap<string, { name: string }>, id: unknown): string | null =>
  typeof id === 'string' ? (known.get(id)?.name ?? null) : null;

/** The kinds whose value is not the thing itself: they are checked before writing and shown with a title. */
export const references: Partial<Record<FieldKind, Reference>> = {
  relation: { to: 'record', many: false },
  relations: { to: 'record', many: true },
  links: { to: 'link', many: true },
  member: { to: 'member', many: false },
  members: { to: 'member', many: true },
  team: { to: 'team', many: false },
  file: { to: 'file', many: false },
  files: { to: 'file', many: true },
};

/** The object whose records the field points to. */
export const recordsOf = (model: Model, field: Field): ModelObject | undefined =>
  references[field.kind]?.to === 'record' && 'to' in field
    ? model.objects.get(field.to)
    : undefined;
