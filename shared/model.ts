import type {
  DuplicateRule,
  Field,
  FollowRule,
  Label,
  RemindRule,
  TimelineRule,
  UnreadRule,
  ViewDefinition,
} from './define.ts';
import type { PlainPredicate } from './filter.ts';
import type { LayoutDefinition } from './page-layout.ts';

/** A field as programs see it: the declaration and what the registry knows of it. */
export type ModelField = Field & {
  key: string;
  /** Added by the workspace's administrator. */
  custom: boolean;
  /** Carried by every record (id, createdAt, owner, …), not declared. */
  system: boolean;
};

/** An object of a workspace: declared in code or made at run time, no longer told apart. */
export interface ModelObject {
  key: string;
  path: string;
  label: Label;
  pluralLabel: Label;
  title: string;
  custom: boolean;
  reach: 'owned' | 'shared' | { through: string };
  /** In the order of forms and pages; system fields last. */
  fields: ReadonlyMap<string, ModelField>;
  search: readonly string[];
  list: readonly string[];
  /** The order of its lists before anyone chose another. */
  sort?: string;
  /** Key of the view that its lists open with, unless a layout names another. */
  opensWith?: string;
  related: readonly string[];
  sections: Readonly<Record<string, Label>>;
  duplicates: readonly DuplicateRule[];
  unique: readonly (readonly string[])[];
  indexes: readonly (readonly string[])[];
  participants: readonly string[];
  untold?: string;
  seenWith: readonly string[];
  seenWhen?: PlainPredicate;
  confidential: boolean;
  shares: boolean;
  unread?: UnreadRule;
  within?: string;
  inNavigation: boolean;
  goesWith: readonly FollowRule[];
  views: readonly ViewDefinition[];
  quickCreate: readonly string[];
  remind?: RemindRule;
  timeline?: TimelineRule;
  /** By id of the role; `everyone` for those without one of their own. */
  layouts: ReadonlyMap<string, LayoutDefinition>;
}

/** All objects of a workspace at one version; frozen. */
export interface Model {
  version: number;
  objects: ReadonlyMap<string, ModelObject>;
  byPath: ReadonlyMap<string, ModelObject>;
}
