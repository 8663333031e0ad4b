import { useObject } from '#web/engine/model.ts';

/** Whether this person may change activities at all; in a preview nobody may. */
export const useMayChange = (): boolean =>
  (useObject({ key: 'activity' })?.rights.update ?? 'none') !== 'none';
