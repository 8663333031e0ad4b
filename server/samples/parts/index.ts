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
import { documents, folders } from './papers.ts';
import { recurrences } from './series.ts';
import { channels, messages, polls, posts, topics } from './talks.ts';

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
  recurrences,
  activities,
  folders,
  documents,
  topics,
  posts,
  polls,
  channels,
  messages,
];
