import type { ViewDefinition } from '#shared/define.ts';

/** How people are dealt with: most of all, and not as usual; `columns` begin with what names them. */
export const rhythmViews = (...columns: string[]): readonly ViewDefinition[] => [
  {
    key: 'mostContacted',
    label: { vi: 'Liên hệ nhiều nhất 90 ngày', en: 'Most contacted in 90 days' },
    where: { field: 'contactsLast90Days', op: 'gt', value: 0 },
    sort: '-contactsLast90Days',
    columns: [...columns, 'contactsLast90Days', 'lastContactAt', 'nextContactAt', 'owner'],
  },
  {
    key: 'unusuallyQuiet',
    label: { vi: 'Im lặng bất thường', en: 'Unusually quiet' },
    where: { field: 'quietFrom', op: 'lt', value: { relative: 'today' } },
    sort: '-quietFrom',
    columns: [...columns, 'contactEveryDays', 'lastContactAt', 'quietFrom', 'owner'],
  },
];
