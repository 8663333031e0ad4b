import type { Label } from '#shared/define.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import { everyone } from '#shared/page-layout.ts';
import type { FieldSaid, LayoutSetting } from './objects-api.ts';

export interface NewField extends FieldSaid {
  key: string;
  kind: string;
}

/** What of the object itself is changed. */
export interface ObjectSaid {
  label?: Label;
  pluralLabel?: Label;
  title?: string;
  search?: readonly string[];
  list?: readonly string[];
}

/** Parts of a layout; null takes one back. */
export type LayoutParts = { [P in keyof LayoutDefinition]: LayoutDefinition[P] | null };

/** What an administrator has changed of an object and not saved: only that, so that it can be laid over a newer one. */
export interface Draft {
  /** Of the object it began with. */
  revision: string;
  object: ObjectSaid;
  added: readonly NewField[];
  changed: Readonly<Record<string, Partial<FieldSaid>>>;
  layouts: Readonly<Record<string, LayoutParts>>;
}

export const noDraft = (revision: string): Draft => ({
  revision,
  object: {},
  added: [],
  changed: {},
  layouts: {},
});

/** How many things are changed: what a person would count. */
export const countDraft = ({ object, added, changed, layouts }: Draft): number =>
  Object.keys(object).length +
  added.length +
  Object.keys(changed).length +
  Object.values(layouts).reduce((sum, parts) => {
    const said = Object.values(parts);
    // A layout that is given back whole is one change.
    return sum + (said.every((part) => part === null) ? 1 : said.length);
  }, 0);

export const addField = (draft: Draft, field: NewField): Draft => ({
  ...draft,
  added: [...draft.added, field],
});

/** Says something of a field, new or not; what is undefined is said no more. */
export function sayOfField(draft: Draft, key: string, said: Partial<FieldSaid>): Draft {
  if (draft.added.some((each) => each.key === key))
    return {
      ...draft,
      added: draft.added.map((each) => (each.key === key ? { ...each, ...said } : each)),
    };
  return { ...draft, changed: { ...draft.changed, [key]: { ...draft.changed[key], ...said } } };
}

/** Takes back a field that was not saved yet, wherever it was named. */
export function dropField(draft: Draft, key: string): Draft {
  const { [key]: _, ...changed } = draft.changed;
  const rest = (keys: readonly string[]) => keys.filter((each) => each !== key);
  const { search, list, ...object } = draft.object;
  return {
    ...draft,
    added: draft.added.filter((each) => each.key !== key),
    changed,
    object: {
      ...object,
      ...(search && { search: rest(search) }),
      ...(list && { list: rest(list) }),
    },
    layouts: Object.fromEntries(
      Object.entries(draft.layouts).map(([role, parts]) => [role, without(parts, rest)]),
    ),
  };
}

type Rest = (keys: readonly string[]) => readonly string[];

function without(
  { facts, hidden, required, quickCreate, sections, ...parts }: LayoutParts,
  rest: Rest,
) {
  return {
    ...parts,
    ...(facts && { facts: rest(facts) }),
    ...(hidden && { hidden: rest(hidden) }),
    ...(required && { required: rest(required) }),
    ...(quickCreate && { quickCreate: rest(quickCreate) }),
    ...(sections && {
      sections: sections.map((section) => ({ ...section, fields: rest(section.fields) })),
    }),
  };
}

export const sayOfObject = (draft: Draft, said: ObjectSaid): Draft => ({
  ...draft,
  object: { ...draft.object, ...said },
});

export const sayOfLayout = (draft: Draft, role: string, parts: LayoutParts): Draft => ({
  ...draft,
  layouts: { ...draft.layouts, [role]: { ...draft.layouts[role], ...parts } },
});

/** The role has everyone's layout again, and everyone what the object says. */
export const dropLayout = (draft: Draft, role: string): Draft =>
  sayOfLayout(draft, role, {
    facts: null,
    sections: null,
    hidden: null,
    required: null,
    quickCreate: null,
    related: null,
    defaultView: null,
  });

/** What is said of a role alone: as saved, with what the draft says over it. */
export function saidOf(
  layouts: readonly LayoutSetting[],
  draft: Draft,
  role: string,
): LayoutDefinition {
  const saved = layouts.find((each) => each.role === role)?.definition;
  const said: LayoutParts = { ...saved, ...draft.layouts[role] };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** The same changes, begun from a newer state; fields that are not known by then are named no more. */
export function rebase(draft: Draft, revision: string, known: ReadonlySet<string>): Draft {
  const isKnown = (key: string) => known.has(key) || draft.added.some((each) => each.key === key);
  return {
    ...namedIn(draft)
      .filter((key) => !isKnown(key))
      .reduce(dropField, draft),
    revision,
  };
}

const namedIn = ({ changed, object, layouts }: Draft): string[] => [
  ...Object.keys(changed),
  ...(object.list ?? []),
  ...(object.search ?? []),
  ...Object.values(layouts).flatMap((parts) => [
    ...(parts.facts ?? []),
    ...(parts.hidden ?? []),
    ...(parts.required ?? []),
    ...(parts.quickCreate ?? []),
    ...(parts.sections ?? []).flatMap(({ fields }) => fields),
  ]),
];

interface Sent {
  draft: Draft;
  layouts: readonly LayoutSetting[];
  /** Keys of the company's own fields in the order of the page, when that was changed for everyone. */
  order: readonly string[];
}

/** The one request that saves it. */
export function requestOf({ draft, layouts, order }: Sent) {
  const isSorted = (draft.layouts[everyone]?.sections ?? null) !== null && order.length > 0;
  return {
    revision: draft.revision,
    added: draft.added.map(tidy),
    changed: Object.fromEntries(
      Object.entries(draft.changed).map(([key, said]) => [key, emptied(said)]),
    ),
    ...(Object.keys(draft.object).length > 0 && { object: draft.object }),
    ...(isSorted && { order }),
    layouts: Object.fromEntries(
      Object.keys(draft.layouts).flatMap((role): [string, LayoutDefinition | null][] => {
        const said = saidOf(layouts, draft, role);
        if (Object.keys(said).length > 0) return [[role, said]];
        return layouts.some((each) => each.role === role) ? [[role, null]] : [];
      }),
    ),
  };
}

const tidy = <T extends object>(field: T) =>
  Object.fromEntries(
    Object.entries(field).filter(
      ([, value]) => value !== undefined && value !== null && value !== false,
    ),
  );

/** Undefined is not sent in JSON; null takes away. */
const emptied = (said: Partial<FieldSaid>) =>
  Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? null]));
