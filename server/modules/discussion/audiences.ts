import type { PlainPredicate } from '#shared/filter.ts';
import type { SelectOption } from '#shared/fields/options.ts';

const company = { value: 'company', label: { vi: 'Toàn công ty', en: 'The whole company' } };
const team = { value: 'team', label: { vi: 'Một nhóm', en: 'A team' } };

export const topicAudiences = [
  company,
  team,
  { value: 'record', label: { vi: 'Ai xem được bản ghi', en: 'Who sees the record' } },
] as const satisfies readonly SelectOption[];

export const channelAudiences = [
  company,
  team,
  { value: 'members', label: { vi: 'Những người được chọn', en: 'Chosen people' } },
  { value: 'direct', label: { vi: 'Hai người', en: 'Two people' } },
] as const satisfies readonly SelectOption[];

/** For the whole company, or for the team that it belongs to. */
export const seenByAudience: PlainPredicate = {
  or: [
    { field: 'audience', op: 'eq', value: 'company' },
    {
      and: [
        { field: 'audience', op: 'eq', value: 'team' },
        { field: 'team', op: 'in', value: { myTeam: true } },
      ],
    },
  ],
};
