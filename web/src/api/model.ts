import type {
  DuplicateRule,
  Label,
  ObjectDefinition,
  TimelineRule,
  UnreadRule,
  ViewDefinition,
} from '#shared/define.ts';
import type { ModelField } from '#shared/model.ts';

/** A field as GET /model tells it to this person. */
export type ScreenField = ModelField & { writable: boolean };

export interface LayoutSection {
  key: string;
  label: Label;
  fields: readonly string[];
}

/** How a record's page and form are laid out for this person's role. */
export interface Layout {
  facts: readonly string[];
  sections: readonly LayoutSection[];
  hidden: readonly string[];
  required: readonly string[];
  quickCreate: readonly string[];
  /** `object.field`: relation fields of other objects that point here. */
  related: readonly string[];
  defaultView: string | null;
}

type Reach = 'all' | 'some' | 'none';

/** `some`: it depends on the record. */
export interface Rights {
  read: Reach;
  create: boolean;
  update: Reach;
  delete: Reach;
  export: boolean;
  import: boolean;
}

export interface ScreenObject {
  key: string;
  path: string;
  label: Label;
  pluralLabel: Label;
  /** The field whose text stands for the record; null when this person may not see it. */
  title: string | null;
  custom: boolean;
  reach: ObjectDefinition['reach'];
  /** People begin with it: it is among what one walks to and adds. */
  inNavigation: boolean;
  /** Of owned ones: whether one may be shown to somebody beside those it is for. */
  shares: boolean;
  fields: readonly ScreenField[];
  /** The same by key. */
  field: ReadonlyMap<string, ScreenField>;
  search: readonly string[];
  list: readonly string[];
  /** The order of its lists before anyone chose another; newest first when absent. */
  sort?: string;
  quickCreate: readonly string[];
  related: readonly string[];
  /** By what two records are thought to be the same; without rules nothing looks for duplicates. */
  duplicates: readonly DuplicateRule[];
  /** What of its records is read piece by piece. */
  unread?: UnreadRule;
  sections: Readonly<Record<string, Label>>;
  views: readonly ViewDefinition[];
  layout: Layout;
  /** Its records stand in the threads of others. */
  timeline?: TimelineRule;
  rights: Rights;
}

export interface ScreenModel {
  version: number;
  objects: readonly ScreenObject[];
  byKey: ReadonlyMap<string, ScreenObject>;
  byPath: ReadonlyMap<string, ScreenObject>;
}

export interface ModelAnswer {
  version: number;
  objects: Omit<ScreenObject, 'field'>[];
}

/** Indexes the model once, when it arrives. */
export function readModel({ version, objects }: ModelAnswer): ScreenModel {
  const all = objects.map((object) => ({
    ...object,
    field: new Map(object.fields.map((field) => [field.key, field])),
  }));
  return {
    version,
    objects: all,
    byKey: new Map(all.map((object) => [object.key, object])),
    byPath: new Map(all.map((object) => [object.path, object])),
  };
}
