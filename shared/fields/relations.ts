import type { FieldBase, Label } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { manyReferences } from './reference.ts';
import { relationOptions } from './relation.ts';

export interface RelationsField extends FieldBase {
  kind: 'relations';
  /** Key of the object they point to. */
  to: string;
  /** Heading of this object's records on the page of the other. */
  inverse?: { label: Label };
}

export const relations: ValueKind<RelationsField, string[]> = manyReferences(relationOptions, 200);
