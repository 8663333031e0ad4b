import type { Label } from '#shared/define.ts';
import { effectiveLayout } from '#shared/effective-layout.ts';
import {
  everyone,
  type LayoutDefinition,
  type LayoutSection,
  type PageLayout,
} from '#shared/page-layout.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { saidOf, type Draft } from './draft.ts';
import type { FieldSaid, FieldSetting, LayoutSetting, ObjectSetting } from './objects-api.ts';

interface From {
  setting: ObjectSetting;
  /** As everybody sees it now. */
  object: ScreenObject;
  layouts: readonly LayoutSetting[];
  draft: Draft;
  role: string;
}

/** A field as it would be once the draft is saved. */
export interface DraftedField extends FieldSetting {
  isNew: boolean;
}

export interface Drafted {
  /** As it would look, to be drawn like any other. */
  object: ScreenObject;
  fields: readonly DraftedField[];
  byKey: ReadonlyMap<string, DraftedField>;
  search: readonly string[];
  list: readonly string[];
  label: Label;
  pluralLabel: Label;
  title: string;
  /** Of the role, whole, with sections that have no field yet. */
  layout: PageLayout;
  sections: readonly LayoutSection[];
  /** Whether the role has a layout of its own. */
  isOwn: boolean;
}

/** The object with everything that is changed, before anything of it is saved. */
export function drafted({ setting, object, layouts, draft, role }: From): Drafted {
  const fields = [
    ...setting.fields
      .filter(({ archivedAt }) => archivedAt === null)
      .map((field) => ({ ...said(field, draft.changed[field.key]), isNew: false })),
    ...draft.added.map((field) => ({
      ...field,
      custom: true,
      changed: false,
      archivedAt: null,
      isNew: true,
    })),
  ];
  const shown = [...fields.map(toScreen), ...object.fields.filter(({ system }) => system)];
  const field = new Map(shown.map((each) => [each.key, each]));
  const list = draft.object.list ?? setting.list;
  const own = saidOf(layouts, draft, role);
  const definition: LayoutDefinition =
    role === everyone ? own : { ...saidOf(layouts, draft, everyone), ...own };
  const laid = {
    fields: field,
    list,
    quickCreate: setting.quickCreate,
    related: object.related,
    sections: setting.sections,
  };
  const layout = effectiveLayout(laid, definition, { empty: true });
  const title = draft.object.title ?? setting.title;
  const label = draft.object.label ?? setting.label;
  const pluralLabel = draft.object.pluralLabel ?? setting.pluralLabel;
  return {
    object: {
      ...object,
      label,
      pluralLabel,
      title,
      list,
      fields: shown.map((each) =>
        layout.required.includes(each.key) ? { ...each, required: true } : each,
      ),
      field,
      layout: { ...layout, sections: layout.sections.filter((each) => each.fields.length > 0) },
    },
    fields,
    byKey: new Map(fields.map((each) => [each.key, each])),
    search: draft.object.search ?? setting.search,
    list,
    label,
    pluralLabel,
    title,
    layout,
    sections: layout.sections,
    isOwn: Object.keys(own).length > 0,
  };
}

function said(field: FieldSetting, changes: Partial<FieldSaid> = {}): FieldSetting {
  const known = Object.entries(changes).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  const gone = new Set(Object.keys(changes));
  const rest = Object.entries(field).filter(([name]) => !gone.has(name));
  // The same members, some with another value; those taken away may be missing.
  return Object.fromEntries([...rest, ...known]) as unknown as FieldSetting;
}

/** As the model would tell it. */
const toScreen = ({
  isNew: _new,
  changed: _changed,
  archivedAt: _gone,
  declared: _said,
  ...field
}: DraftedField) =>
  // A kind and its options as the server took them, or will check them.
  ({ ...field, system: false, writable: field.readOnly !== true }) as unknown as ScreenField;

/** Sections as a layout keeps them: names that the object has itself are left to it. */
export const keptSections = (
  sections: readonly LayoutSection[],
  known: Readonly<Record<string, Label>>,
): NonNullable<LayoutDefinition['sections']> =>
  sections.map(({ key, label, fields }) => {
    const own = known[key];
    const isSame = own?.vi === label.vi && own.en === label.en;
    return { key, ...(!isSame && { label }), fields };
  });
