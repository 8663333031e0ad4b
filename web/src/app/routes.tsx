import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { modelQuery } from '#web/api/queries.ts';
import { FailedAlone } from './failed-alone.tsx';
import { Failed } from './failed.tsx';
import { NotThere } from './not-there.tsx';
import { Opening } from './opening.tsx';
import { queryClient } from './query-client.ts';
import { dailyOf } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';
import { requireSignIn } from './sign-in-guard.ts';

/** Search parameters are texts; each page reads its own. */
type Search = Record<string, string | undefined>;
const asTexts = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

const rootRoute = createRootRoute({
  component: Outlet,
  validateSearch: asTexts,
  notFoundComponent: NotThere,
  errorComponent: FailedAlone,
});

/** Pages for whoever is not signed in. */
const open = <const P extends string>(
  path: P,
  load: Parameters<typeof lazyRouteComponent>[0],
  name: string,
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(load, name),
  });

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: Shell,
  beforeLoad: ({ location }) => requireSignIn(location),
  pendingComponent: Opening,
  errorComponent: FailedAlone,
});

const inside = <const P extends string>(
  path: P,
  load: Parameters<typeof lazyRouteComponent>[0],
  name: string,
) =>
  createRoute({
    getParentRoute: () => shellRoute,
    path,
    component: lazyRouteComponent(load, name),
    // One goes on from there: what is round the page stays.
    errorComponent: Failed,
  });

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async () => {
    const model = await queryClient.ensureQueryData(modelQuery);
    // Where a day begins, for whoever has days here.
    const [today] = dailyOf(model);
    if (today) throw redirect({ to: today.to });
    const first = model.objects.find(({ rights }) => rights.read !== 'none');
    throw first
      ? redirect({ to: '/$objects', params: { objects: first.path } })
      : redirect({ to: '/settings/$page', params: { page: 'me' } });
  },
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('../features/settings/settings-frame.tsx'),
    'SettingsFrame',
  ),
  errorComponent: Failed,
});
const settingsPage = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/$page',
  component: lazyRouteComponent(
    () => import('../features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
  errorComponent: Failed,
});
const settingsItem = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/$page/$item',
  component: lazyRouteComponent(
    () => import('../features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
  errorComponent: Failed,
});

export const routeTree = rootRoute.addChildren([
  open('/setup', () => import('../features/entry/setup-page.tsx'), 'SetupPage'),
  open('/sign-in', () => import('../features/entry/sign-in-page.tsx'), 'SignInPage'),
  open(
    '/forgot-password',
    () => import('../features/entry/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
  open(
    '/reset-password',
    () => import('../features/entry/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
  open('/invitation', () => import('../features/entry/invitation-page.tsx'), 'InvitationPage'),
  open('/shared', () => import('../features/documents/public/shared-page.tsx'), 'SharedPage'),
  shellRoute.addChildren([
    homeRoute,
    settingsRoute.addChildren([settingsPage, settingsItem]),
    inside('/today', () => import('../features/plan/today/today-page.tsx'), 'TodayPage'),
    inside('/calendar', () => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
    inside('/imports', () => import('../engine/transfer/imports-page.tsx'), 'ImportsPage'),
    inside('/imports/new', () => import('../engine/transfer/new-import-page.tsx'), 'NewImportPage'),
    inside('/imports/$id', () => import('../engine/transfer/import-page.tsx'), 'ImportPage'),
    inside(
      '/duplicates',
      () => import('../engine/duplicates/duplicates-page.tsx'),
      'DuplicatesPage',
    ),
    inside('/notices', () => import('./notices/notices-page.tsx'), 'NoticesPage'),
    inside('/day-reports/$id', () => import('../features/work-report/day/day-page.tsx'), 'DayPage'),
    inside('/reports/work', () => import('../features/work-report/report-page.tsx'), 'ReportPage'),
    inside(
      '/stalled-sheets/$id',
      () => import('../features/stalled/stalled-page.tsx'),
      'StalledPage',
    ),
    inside('/stalled', () => import('../features/stalled/stalled-page.tsx'), 'StalledPage'),
    inside('/trash', () => import('../engine/trash/trash-page.tsx'), 'TrashPage'),
    inside('/help', () => import('../features/help/help-page.tsx'), 'HelpPage'),
    inside('/help/$topic', () => import('../features/help/help-page.tsx'), 'HelpPage'),
    inside('/$objects', () => import('../engine/list/list-page.tsx'), 'ListPage'),
    inside('/$objects/$id', () => import('../engine/record/record-page.tsx'), 'RecordPage'),
  ]),
]);
