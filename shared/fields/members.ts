import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { manyReferences } from './reference.ts';

export interface MembersField extends FieldBase {
  kind: 'members';
}

export const members: ValueKind<MembersField, string[]> = {
  ...manyReferences<MembersField>(z.strictObject({}), 100),
  words: { me: ['hasAny'] },
};
