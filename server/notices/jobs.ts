import type { Job, TimedJob } from '#engine/jobs/job.ts';
import { tellPeople } from '#engine/notices/tell-people.ts';
import { moveToZone } from '#engine/reminders/move-to-zone.ts';
import { syncAllRemindersTask } from '#engine/reminders/sync-all-reminders.ts';
import { pushNotice } from './push-notice.ts';
import type { PushSender } from './push-sender.ts';
import { sendDigestsJob } from './send-digests.ts';
import { sendNotices, type SendingDeps } from './send-notices.ts';

export interface NoticeDeps extends SendingDeps {
  send: PushSender;
}

/** What tells people of things: bell, mail, push, and the mail of the morning. */
export const noticeJobs = (deps: NoticeDeps): { jobs: Job[]; timed: TimedJob[] } => ({
  jobs: [sendNotices(deps), pushNotice(deps.send), syncAllRemindersTask, moveToZone],
  timed: [tellPeople, sendDigestsJob(deps)],
});
