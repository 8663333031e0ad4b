import type { SamplePart } from '../world.ts';
import { accounts } from './accounts.ts';
import { activities } from './activities.ts';
import {
  bookingPlans,
  competitorUses,
  needs,
  pressMentions,
  yearlyFinances,
} from './around-accounts.ts';
import { contacts } from './contacts.ts';
import { leads } from './leads.ts';

/** Every object that sample companies have records of, those that others point to first: the one list. */
export const sampleParts: readonly SamplePart[] = [
  accounts,
  contacts,
  leads,
  needs,
  bookingPlans,
  competitorUses,
  yearlyFinances,
  pressMentions,
  activities,
];
