import {
  IconBuildingStore,
  IconCopy,
  IconCube,
  IconFileImport,
  IconFolder,
  IconTrash,
  IconUserSearch,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';

/** Objects of the program that people start from; those reached through another stand on its page. */
const icons: Readonly<Record<string, Icon>> = {
  account: IconBuildingStore,
  contact: IconUsers,
  lead: IconUserSearch,
  document: IconFolder,
  folder: IconFolder,
};

/** They are walked through on the page of another object. */
const walkedElsewhere: ReadonlySet<string> = new Set(['folder']);

export const iconOf = ({ key }: { key: string }): Icon => icons[key] ?? IconCube;

/** What stands in the navigation, in groups: ours first, then what the company made. */
export function groupsOf({ objects }: ScreenModel): { own: ScreenObject[]; ours: ScreenObject[] } {
  const shown = objects.filter(
    ({ key, rights, reach }) =>
      rights.read !== 'none' &&
      (reach === 'owned' || reach === 'shared') &&
      !walkedElsewhere.has(key),
  );
  return { ours: shown.filter(({ custom }) => !custom), own: shown.filter(({ custom }) => custom) };
}

export const tools = [
  { to: '/imports', word: 'imports', icon: IconFileImport },
  { to: '/duplicates', word: 'duplicates', icon: IconCopy },
  { to: '/trash', word: 'trash', icon: IconTrash },
] as const;
