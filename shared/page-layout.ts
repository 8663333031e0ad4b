import type { Label } from './define.ts';

/** Stands for the role of a layout that is for all. */
export const everyone = 'everyone';

/** How an administrator arranged an object for a role or for everyone; a part that is missing was left as it is. */
export interface LayoutDefinition {
  /** Key facts at the left of a record's page. */
  facts?: readonly string[];
  /** `label` may be missing where the object has a section of that key. */
  sections?: readonly { key: string; label?: Label; fields: readonly string[] }[];
  /** Left out of pages and forms. Not a right: the API still answers them. */
  hidden?: readonly string[];
  /** What members of the role have to fill, besides what the object requires of all. */
  required?: readonly string[];
  quickCreate?: readonly string[];
  /** Tabs of related records, as `object.field`. */
  related?: readonly string[];
  /** Key of a built-in view, or id of a saved view for everyone, that lists open with. */
  defaultView?: string;
}

export interface LayoutSection {
  key: string;
  label: Label;
  fields: readonly string[];
}

/** A layout that says everything; each field that is not hidden stands in exactly one section. */
export interface PageLayout {
  facts: readonly string[];
  sections: readonly LayoutSection[];
  hidden: readonly string[];
  required: readonly string[];
  quickCreate: readonly string[];
  related: readonly string[];
  defaultView: string | null;
}
