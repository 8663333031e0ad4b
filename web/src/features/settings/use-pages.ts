import { useMe } from '#web/engine/model.ts';
import { pagesFor } from './pages.ts';

/** The pages of the settings that are this person's to open. */
export function usePages() {
  const me = useMe();
  return pagesFor({ administrator: me.role.administrator, inPreview: me.preview !== null });
}
