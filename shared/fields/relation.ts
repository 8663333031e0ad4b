import { z } from 'zod';
import type { FieldBase, Label } from '../define.ts';
import { fixed, type ValueKind } from './kind.ts';
import { labelSchema } from './label.ts';
import { oneReference } from './reference.ts';

export interface RelationField extends FieldBase {
  kind: 'relation';
  /** Key of the object it points to. */
  to: string;
  /** Heading of this object's records on the page of the other. */
  inverse?: { label: Label };
  /** Records of one object stand above each other by it: none above itself, through however many others. */
  tree?: boolean;
}

export const objectKey = z.string().regex(/^[a-z][A-Za-z0-9_]{0,59}$/);

/** Options of `relation` and `relations`. */
export const relationOptions = z.strictObject({
  to: objectKey.meta(fixed),
  inverse: z.strictObject({ label: labelSchema }).optional(),
});

export const relation: ValueKind<RelationField, string> = oneReference(
  relationOptions.extend({ tree: z.boolean().meta(fixed).optional() }),
);
