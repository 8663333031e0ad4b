import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';

/** Objects and fields are the administrators'. */
export function requireAdministrator(ctx: Ctx): void {
  if (!ctx.access.administrator) throw forbidden();
}
