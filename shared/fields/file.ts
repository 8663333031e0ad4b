import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { oneReference } from './reference.ts';

export interface FileField extends FieldBase {
  kind: 'file';
}

export const file: ValueKind<FileField, string> = oneReference(z.strictObject({}));
