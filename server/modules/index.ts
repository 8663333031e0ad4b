import type { Declarations } from '#engine/workspaces.ts';
import { account } from './account/account.object.ts';
import { accountRules } from './account/account.rules.ts';
import { activity, activityRules, recurrence } from './activity/index.ts';
import { bookingPlan } from './booking-plan/booking-plan.object.ts';
import { comment, commentRules } from './comment/index.ts';
import { competitorUse } from './competitor-use/competitor-use.object.ts';
import { contact } from './contact/contact.object.ts';
import { contactRules } from './contact/contact.rules.ts';
import {
  channel,
  channelRules,
  message,
  messageRules,
  poll,
  pollRules,
  post,
  postRules,
  topic,
  topicRules,
} from './discussion/index.ts';
import { document, documentRules, folder } from './document/index.ts';
import { completeAddress } from './geography/index.ts';
import { lead } from './lead/lead.object.ts';
import { leadRules } from './lead/lead.rules.ts';
import { need } from './need/need.object.ts';
import { pressMention } from './press-mention/press-mention.object.ts';
import { handover, stalledLine, stalledSheet } from './stalled/index.ts';
import { dayReport } from './work-report/index.ts';
import { yearlyFinance } from './yearly-finance/yearly-finance.object.ts';
import { yearlyFinanceRules } from './yearly-finance/yearly-finance.rules.ts';

/** Every standard object and its rules: the one list. */
export const declarations: Declarations = {
  objects: [
    account,
    contact,
    lead,
    activity,
    recurrence,
    comment,
    need,
    bookingPlan,
    competitorUse,
    yearlyFinance,
    pressMention,
    folder,
    document,
    stalledSheet,
    stalledLine,
    handover,
    dayReport,
    topic,
    post,
    poll,
    channel,
    message,
  ],
  rules: new Map([
    channelRules,
    messageRules,
    pollRules,
    postRules,
    topicRules,
    accountRules,
    activityRules,
    commentRules,
    contactRules,
    documentRules,
    leadRules,
    yearlyFinanceRules,
  ]),
  places: { complete: completeAddress },
};
