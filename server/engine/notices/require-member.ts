import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';

/** Notices are a person's; the system has none. */
export function requireMember({ actor }: Ctx): string {
  if (actor.kind !== 'member') throw forbidden();
  return actor.id;
}
