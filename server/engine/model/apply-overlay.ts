import type { Field, Label, ObjectDefinition, ViewDefinition } from '#shared/define.ts';
import type { SelectOption } from '#shared/fields/options.ts';
import type { CustomField } from './build-model.ts';
import { systemFields } from './system-fields.ts';

/** An option of the declaration says what is different about it; one that was added says everything. */
export type OverlayOption = Pick<SelectOption, 'value'> & Partial<SelectOption>;

export interface FieldOverlay {
  label?: Label;
  help?: Label;
  section?: string;
  required?: true;
  importNames?: readonly string[];
  /** Of a field with numbers the program gives. */
  pattern?: string;
  /** In their order. */
  options?: readonly OverlayOption[];
}

/** What an administrator says of an object that is declared: only what differs from the declaration. */
export interface ObjectOverlay {
  label?: Label;
  pluralLabel?: Label;
  search?: readonly string[];
  list?: readonly string[];
  quickCreate?: readonly string[];
  /** Added ones, and others by another name. */
  sections?: Readonly<Record<string, Label>>;
  /** Behind those of the declaration. */
  views?: readonly ViewDefinition[];
  fields?: Readonly<Record<string, FieldOverlay>>;
}

/** The declaration as it was shaped. What names something that is not declared any more says nothing. */
export function applyOverlay(
  declared: ObjectDefinition,
  overlay: ObjectOverlay,
  customFields: readonly CustomField[],
): ObjectDefinition {
  const known = new Set([
    ...Object.keys(declared.fields),
    ...customFields.filter(({ object }) => object === declared.key).map(({ key }) => key),
    ...Object.keys(systemFields(declared)),
  ]);
  const { label, pluralLabel } = overlay;
  const sections = { ...declared.sections, ...overlay.sections };
  const taken = new Set((declared.views ?? []).map(({ key }) => key));
  const lists = (['search', 'list', 'quickCreate'] as const).flatMap((name) => {
    const said = overlay[name];
    const left = said?.filter((key) => known.has(key)) ?? [];
    // None at all may be meant; none of those that were meant is not.
    return said === undefined || (left.length === 0 && said.length > 0) ? [] : [[name, left]];
  });
  return {
    ...declared,
    ...(label && { label }),
    ...(pluralLabel && { pluralLabel }),
    ...Object.fromEntries(lists),
    sections,
    views: [
      ...(declared.views ?? []),
      ...(overlay.views ?? []).filter(({ key }) => !taken.has(key)),
    ],
    fields: Object.fromEntries(
      Object.entries(declared.fields).map(([key, field]) => [
        key,
        shaped(field, overlay.fields?.[key], sections),
      ]),
    ),
  };
}

function shaped(
  field: Field,
  overlay: FieldOverlay | undefined,
  sections: Readonly<Record<string, Label>>,
): Field {
  if (!overlay) return field;
  const { options, section, pattern, ...words } = overlay;
  const result = {
    ...field,
    ...words,
    ...(section !== undefined && Object.hasOwn(sections, section) && { section }),
  };
  if (pattern !== undefined && result.kind === 'autoNumber') return { ...result, pattern };
  return options && (result.kind === 'select' || result.kind === 'multiSelect')
    ? { ...result, options: joinOptions(result.options, options) }
    : result;
}

/** In the order that was said; what a later release declares comes behind. */
function joinOptions(
  declared: readonly SelectOption[],
  own: readonly OverlayOption[],
): readonly SelectOption[] {
  const known = new Map(declared.map((option) => [option.value, option]));
  const named = new Set(own.map(({ value }) => value));
  return [
    ...own.flatMap((option): SelectOption[] => {
      const { label, archived, ...rest } = { ...known.get(option.value), ...option };
      // Only what is said of an option that a release has dropped has no name.
      return label ? [{ ...rest, label, ...(archived && { archived }) }] : [];
    }),
    ...declared.filter(({ value }) => !named.has(value)),
  ];
}
