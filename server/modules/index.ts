import type { Declarations } from '#engine/workspaces.ts';
import { account } from './account/account.object.ts';
import { bookingPlan } from './booking-plan/booking-plan.object.ts';
import { competitorUse } from './competitor-use/competitor-use.object.ts';
import { contact } from './contact/contact.object.ts';
import { lead } from './lead/lead.object.ts';
import { need } from './need/need.object.ts';
import { pressMention } from './press-mention/press-mention.object.ts';
import { yearlyFinance } from './yearly-finance/yearly-finance.object.ts';

/** Every standard object and its rules: the one list. */
export const declarations: Declarations = {
  objects: [account, contact, lead, need, bookingPlan, competitorUse, yearlyFinance, pressMention],
  rules: new Map(),
};
