import {
  IconActivityHeartbeat,
  IconBell,
  IconBuilding,
  IconBuildingStore,
  IconCalendarCog,
  IconCalendarUser,
  IconCube,
  IconHierarchy2,
  IconHistory,
  IconKey,
  IconLock,
  IconNumbers,
  IconShieldLock,
  IconTags,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import type { PageEntry } from './page-entry.ts';

/** All pages of the settings, in the order in which they are listed. A page is a folder and its lines here. */
export const pages: readonly PageEntry[] = [
  {
    key: 'members',
    group: 'people',
    words: 'members',
    icon: IconUsers,
    administrator: true,
    load: () => import('./members/members-page.tsx').then(({ MembersPage }) => MembersPage),
  },
  {
    key: 'teams',
    group: 'people',
    words: 'teams',
    icon: IconHierarchy2,
    administrator: true,
    load: () => import('./teams/teams-page.tsx').then(({ TeamsPage }) => TeamsPage),
  },
  {
    key: 'roles',
    group: 'people',
    words: 'roles',
    icon: IconShieldLock,
    administrator: true,
    load: () => import('./roles/roles-page.tsx').then(({ RolesPage }) => RolesPage),
  },
  {
    key: 'company',
    group: 'company',
    words: 'company',
    icon: IconBuilding,
    administrator: true,
    load: () => import('./company/company-page.tsx').then(({ CompanyPage }) => CompanyPage),
  },
  {
    key: 'calendar',
    group: 'company',
    words: 'calendar',
    icon: IconCalendarCog,
    administrator: true,
    load: () =>
      import('./calendar/calendar-settings-page.tsx').then(
        ({ CalendarSettingsPage }) => CalendarSettingsPage,
      ),
  },
  {
    key: 'numbering',
    group: 'company',
    words: 'numbering',
    icon: IconNumbers,
    administrator: true,
    load: () => import('./numbering/numbering-page.tsx').then(({ NumberingPage }) => NumberingPage),
  },
  {
    key: 'objects',
    group: 'data',
    words: 'objects',
    icon: IconCube,
    administrator: true,
    load: () => import('./objects/objects-page.tsx').then(({ ObjectsPage }) => ObjectsPage),
  },
  {
    key: 'tags',
    group: 'data',
    words: 'tags',
    icon: IconTags,
    administrator: true,
    load: () => import('./tags/tags-page.tsx').then(({ TagsPage }) => TagsPage),
  },
  {
    key: 'sample',
    group: 'data',
    words: 'sample',
    icon: IconBuildingStore,
    administrator: true,
    load: () => import('./sample/sample-page.tsx').then(({ SamplePage }) => SamplePage),
  },
  {
    key: 'history',
    group: 'system',
    words: 'history',
    icon: IconHistory,
    administrator: true,
    load: () => import('./history/history-page.tsx').then(({ HistoryPage }) => HistoryPage),
  },
  {
    key: 'system',
    group: 'system',
    words: 'system',
    icon: IconActivityHeartbeat,
    administrator: true,
    load: () => import('./system/system-page.tsx').then(({ SystemPage }) => SystemPage),
  },
  {
    key: 'me',
    group: 'personal',
    words: 'me',
    icon: IconUserCircle,
    administrator: false,
    load: () => import('./personal/me-page.tsx').then(({ MePage }) => MePage),
  },
  {
    key: 'security',
    group: 'personal',
    words: 'security',
    icon: IconLock,
    administrator: false,
    load: () => import('./security/security-page.tsx').then(({ SecurityPage }) => SecurityPage),
  },
  {
    key: 'notifications',
    group: 'personal',
    words: 'notifications',
    icon: IconBell,
    administrator: false,
    load: () =>
      import('./personal/notifications-page.tsx').then(
        ({ NotificationsPage }) => NotificationsPage,
      ),
  },
  {
    key: 'my-calendar',
    group: 'personal',
    words: 'myCalendar',
    icon: IconCalendarUser,
    administrator: false,
    load: () =>
      import('./calendar/my-calendar-page.tsx').then(({ MyCalendarPage }) => MyCalendarPage),
  },
  {
    key: 'api-keys',
    group: 'personal',
    words: 'apiKeys',
    icon: IconKey,
    administrator: false,
    load: () => import('./api-keys/api-keys-page.tsx').then(({ ApiKeysPage }) => ApiKeysPage),
  },
];

const groups = ['personal', 'people', 'company', 'data', 'system'] as const;

/** The pages a person may open, group by group; empty groups are left out. */
export function pagesFor(person: { administrator: boolean; inPreview: boolean }) {
  const own = pages.filter(
    ({ administrator, group }) =>
      // In a preview the server shows nobody's own pages.
      (person.administrator || !administrator) && !(person.inPreview && group === 'personal'),
  );
  return groups
    .map((group) => ({ group, pages: own.filter((page) => page.group === group) }))
    .filter((each) => each.pages.length > 0);
}
