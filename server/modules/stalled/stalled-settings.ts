import { usualStalled, type StalledSettings } from '#shared/stalled.ts';
import type { Ctx } from '#engine/context.ts';

export const stalledSettings = ({ workspace }: Ctx): StalledSettings => ({
  ...usualStalled,
  ...workspace.settings.stalled,
});
