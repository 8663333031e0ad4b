import type { Operator } from '#shared/filter.ts';
import type { ScreenField, ScreenModel, ScreenObject } from '#web/api/model.ts';
import { isKnownKind } from '../fields/index.ts';
import {
  kindOperators,
  kindParts,
  partOperators,
  presence,
  type PartBehaviour,
} from './kind-operators.ts';

/** What a path in a filter names, as the screen shows and asks for it. */
export interface FieldPath {
  path: string;
  field: ScreenField;
  part?: string;
  behaves?: PartBehaviour;
  /** The relation gone through first. */
  via?: ScreenField;
  /** The object that `field` belongs to. */
  owner: ScreenObject;
  operators: readonly Operator[];
}

/** Whoever asks for these knows the API; people are not offered them. */
const inner: ReadonlySet<string> = new Set(['id', 'version', 'deletedAt']);

/** `status`, `billingAddress.provinceCode`, `account.region`, `account.billingAddress.provinceCode`. */
export function findPath(
  path: string,
  object: ScreenObject,
  model: ScreenModel,
): FieldPath | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = object.field.get(first);
  if (!field) return undefined;
  const target = rest.length > 0 ? targetOf(field, model) : undefined;
  if (!target) return ownPath(object, path, field, rest);
  const [key = '', ...more] = rest;
  const end = target.field.get(key);
  const found = end && ownPath(target, path, end, more);
  return found && { ...found, via: field };
}

export function targetOf(field: ScreenField, model: ScreenModel): ScreenObject | undefined {
  return field.kind === 'relation' || field.kind === 'relations'
    ? model.byKey.get(field.to)
    : undefined;
}

function ownPath(
  owner: ScreenObject,
  path: string,
  field: ScreenField,
  rest: readonly string[],
): FieldPath | undefined {
  const [part, ...more] = rest;
  if (more.length > 0 || !isKnownKind(field.kind)) return undefined;
  if (part === undefined)
    return { path, field, owner, operators: [...kindOperators[field.kind], ...presence] };
  const behaves = kindParts[field.kind]?.[part];
  if (!behaves) return undefined;
  const operators = [...partOperators[behaves], ...presence];
  return { path, field, part, behaves, owner, operators };
}

/** Every field of an object that a person may filter by, each followed by its parts. */
export const pathsOf = (object: ScreenObject, model: ScreenModel): FieldPath[] =>
  object.fields
    .filter(({ key, kind }) => !inner.has(key) && kind !== 'json')
    .flatMap((field) => [field.key, ...partsOf(field)])
    .flatMap((path) => findPath(path, object, model) ?? []);

/** The whole name and the amount are what the field itself is. */
const partsOf = ({ key, kind }: ScreenField): string[] =>
  Object.keys(kindParts[kind] ?? {})
    .filter((part) => part !== 'full' && part !== 'amount')
    .map((part) => `${key}.${part}`);

/** The relations one can go through, the record itself not among them. */
export const relationsOf = (object: ScreenObject, model: ScreenModel): ScreenField[] =>
  object.fields.filter(
    (field) => field.key !== 'id' && (targetOf(field, model)?.rights.read ?? 'none') !== 'none',
  );

/** The fields of the record that a relation leads to. */
export const pathsThrough = (
  relation: ScreenField,
  object: ScreenObject,
  model: ScreenModel,
): FieldPath[] => {
  const target = targetOf(relation, model);
  if (!target) return [];
  return pathsOf(target, model).flatMap(
    ({ path }) => findPath(`${relation.key}.${path}`, object, model) ?? [],
  );
};
