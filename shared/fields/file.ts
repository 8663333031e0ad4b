import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { fixed, type ValueKind } from './kind.ts';
import { oneReference } from './reference.ts';

export interface FileField extends FieldBase {
  kind: 'file';
  /**
   * Files that stood here before stay as versions of the record, its texts are found where the field is searched, and
   * who opened which is noted.
   */
  versions?: boolean;
}

export const file: ValueKind<FileField, string> = oneReference(
  z.strictObject({ versions: z.boolean().meta(fixed).optional() }),
);
