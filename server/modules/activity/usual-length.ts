import type { WorkspaceSettings } from '#engine/context.ts';
import { usualMinutes } from './activity.options.ts';

const ofNewKinds = 30;

/** Minutes one of a kind takes when nobody says: what the company chose, else what is usual. */
export const usualLength = (
  { calendar }: Pick<WorkspaceSettings, 'calendar'>,
  kind: string | null | undefined,
): number => calendar?.usualMinutes?.[kind ?? ''] ?? usualMinutes[kind ?? ''] ?? ofNewKinds;
