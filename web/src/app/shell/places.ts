import {
  IconBuildingStore,
  IconCalendar,
  IconCalendarCheck,
  IconCopy,
  IconCube,
  IconFileImport,
  IconFolder,
  IconHourglassLow,
  IconMessageCircle,
  IconMessages,
  IconReportAnalytics,
  IconSun,
  IconTrash,
  IconUserSearch,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';

/** Objects of the program that people start from; those reached through another stand on its page. */
const icons: Readonly<Record<string, Icon>> = {
  account: IconBuildingStore,
  activity: IconCalendarCheck,
  contact: IconUsers,
  lead: IconUserSearch,
  document: IconFolder,
  folder: IconFolder,
  topic: IconMessages,
  channel: IconMessageCircle,
  message: IconMessageCircle,
  post: IconMessages,
};

export const iconOf = ({ key }: { key: string }): Icon => icons[key] ?? IconCube;

/** What stands in the navigation, in groups: ours first, then what the company made. */
export function groupsOf({ objects }: ScreenModel): { own: ScreenObject[]; ours: ScreenObject[] } {
  const shown = objects.filter(
    ({ inNavigation, rights, reach }) =>
      inNavigation && rights.read !== 'none' && (reach === 'owned' || reach === 'shared'),
  );
  return { ours: shown.filter(({ custom }) => !custom), own: shown.filter(({ custom }) => custom) };
}

const analysis = [
  { to: '/reports/work', word: 'workReport', icon: IconReportAnalytics, of: 'activity' },
  { to: '/stalled', word: 'stalled', icon: IconHourglassLow, of: 'stalledSheet' },
] as const;

/** What shows how it goes, to whom there is something to show. */
export const analysisOf = ({ byKey }: ScreenModel) =>
  analysis.filter(({ of }) => (byKey.get(of)?.rights.read ?? 'none') !== 'none');

const daily = [
  { to: '/today', word: 'today', icon: IconSun, of: 'activity' },
  { to: '/calendar', word: 'calendar', icon: IconCalendar, of: 'activity' },
] as const;

/** Where a day begins. */
export const dailyOf = ({ byKey }: ScreenModel) =>
  daily.filter(({ of }) => (byKey.get(of)?.rights.read ?? 'none') !== 'none');

interface Tool {
  to: '/imports' | '/duplicates' | '/trash';
  word: 'imports' | 'duplicates' | 'trash';
  icon: Icon;
}

const tools: readonly Tool[] = [
  { to: '/imports', word: 'imports', icon: IconFileImport },
  { to: '/duplicates', word: 'duplicates', icon: IconCopy },
  { to: '/trash', word: 'trash', icon: IconTrash },
];

/** Who may import nothing has nothing to look for among the imports. */
export const toolsOf = ({ objects }: ScreenModel): readonly Tool[] =>
  tools.filter(({ to }) => to !== '/imports' || objects.some(({ rights }) => rights.import));
