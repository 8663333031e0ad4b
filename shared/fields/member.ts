import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { oneReference } from './reference.ts';

export interface MemberField extends FieldBase {
  kind: 'member';
}

export const member: ValueKind<MemberField, string> = oneReference(z.strictObject({}), {
  me: ['eq', 'ne', 'notIn'],
});
