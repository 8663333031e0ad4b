import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { oneReference } from './reference.ts';

export interface TeamField extends FieldBase {
  kind: 'team';
}

const anyOperator = ['eq', 'ne', 'in', 'notIn'] as const;

export const team: ValueKind<TeamField, string> = oneReference(z.strictObject({}), {
  myTeam: anyOperator,
  myTeams: anyOperator,
});
