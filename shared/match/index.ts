import type { DuplicateRule } from '../define.ts';
import { companyName } from './companyName.ts';
import { exact } from './exact.ts';
import type { Match } from './match.ts';
import { personName } from './personName.ts';

/** Every way a declaration may have values compared. */
export const matches = { exact, companyName, personName } satisfies Record<
  DuplicateRule['match'],
  Match
>;
