import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { manyReferences } from './reference.ts';

export interface FilesField extends FieldBase {
  kind: 'files';
}

export const files: ValueKind<FilesField, string[]> = manyReferences(z.strictObject({}), 50);
