import type { Label } from './define.ts';
import type { ModelField, ModelObject } from './model.ts';
import {
  everyone,
  type LayoutDefinition,
  type LayoutSection,
  type PageLayout,
} from './page-layout.ts';

/** What a layout is made of, besides what was said of it. */
type Laid = Pick<
  ModelObject,
  'fields' | 'list' | 'quickCreate' | 'related' | 'sections' | 'opensWith'
>;

/** What was said for a role: its own words, where it has none everyone's. */
export function saidLayout(
  { layouts }: Pick<ModelObject, 'layouts'>,
  role: string | null,
): LayoutDefinition {
  return { ...layouts.get(everyone), ...(role !== null && layouts.get(role)) };
}

/**
 * The layout of an object for a role, whole. What names something that is gone says nothing; `empty` sections are there
 * for who fills them.
 */
export function effectiveLayout(
  object: Laid,
  said: LayoutDefinition,
  { empty = false }: { empty?: boolean } = {},
): PageLayout {
  const hidden = (said.hidden ?? []).filter((key) => object.fields.has(key));
  const isShown = (key: string) => object.fields.has(key) && !hidden.includes(key);
  const required = requiredByLayout(object, said).map(({ key }) => key);
  const first = (said.quickCreate ?? object.quickCreate).filter(isShown);
  return {
    facts: (said.facts ?? object.list).filter(isShown),
    sections: sectionsOf(object, said, isShown).filter(({ fields }) => empty || fields.length > 0),
    hidden,
    required,
    // A form that leaves out what has to be filled could never be sent.
    quickCreate: [...first, ...required.filter((key) => !first.includes(key))],
    related: said.related ?? object.related,
    defaultView: said.defaultView ?? object.opensWith ?? null,
  };
}

/** Fields a layout asks for that can be filled; what is hidden is not asked for. */
export const requiredByLayout = (
  object: Laid,
  { required = [], hidden = [] }: LayoutDefinition,
): ModelField[] =>
  required.flatMap((key) => {
    const field = object.fields.get(key);
    return field && !field.readOnly && !hidden.includes(key) ? [field] : [];
  });

const noName: Label = { vi: 'Thông tin', en: 'Details' };
const tails: Readonly<Record<string, Label>> = {
  details: noName,
  other: { vi: 'Thông tin khác', en: 'Other details' },
  ownership: { vi: 'Phụ trách', en: 'Ownership' },
};

function sectionsOf(
  object: Laid,
  { sections }: LayoutDefinition,
  isShown: (key: string) => boolean,
): LayoutSection[] {
  const said: NonNullable<LayoutDefinition['sections']> =
    sections ?? Object.keys(object.sections).map((key) => ({ key, fields: [] }));
  const result = new Map<string, { key: string; label: Label; fields: string[] }>();
  const placed = new Set<string>();
  for (const { key, label = object.sections[key] ?? noName, fields } of said) {
    const shown = fields.filter((each) => isShown(each) && !placed.has(each));
    for (const each of shown) placed.add(each);
    result.set(key, { key, label, fields: shown });
  }
  const tail = result.size === 0 ? 'details' : 'other';
  for (const { key, section = tail, system, readOnly } of object.fields.values()) {
    if (placed.has(key) || !isShown(key) || (system && readOnly)) continue;
    const into = system ? 'ownership' : result.has(section) ? section : tail;
    const known = result.get(into) ?? { key: into, label: tails[into] ?? noName, fields: [] };
    known.fields.push(key);
    result.set(into, known);
  }
  return [...result.values()];
}
