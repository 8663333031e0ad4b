import { duplicateMerge, duplicateScan, nightlyDuplicateScan } from '#engine/duplicates/jobs.ts';
import { nightlyRollups } from '#engine/rollups/jobs.ts';
import { readText } from '#engine/files/text/read-text.ts';
import { rebuildSearch } from '#engine/search/rebuild-search.ts';
import { replaceTagJob } from '#engine/tags/replace-tag.ts';
import { importJob, nightlyForgetImports } from '#engine/transfer/import/index.ts';
import { nightly } from '#engine/trash/nightly.ts';
import { forgottenActivities, nightlySeries } from '#server/modules/activity/index.ts';
import { noticeJobs, type NoticeDeps } from '../notices/jobs.ts';
import { monthlySheets } from '#server/modules/stalled/index.ts';
import { cleanPeople } from '../people/clean-people.ts';
import { takeOverRecords } from '../people/take-over-records.ts';
import type { Jobs } from './run-jobs.ts';

/** All work that is done beside requests: what somebody asked for, and what comes by the clock. */
export function jobsOf(deps: NoticeDeps): Jobs {
  const notices = noticeJobs(deps);
  return {
    jobs: [
      takeOverRecords,
      rebuildSearch,
      duplicateScan,
      duplicateMerge,
      importJob,
      replaceTagJob,
      readText,
      ...notices.jobs,
    ],
    timed: [
      nightly,
      nightlyRollups,
      cleanPeople,
      nightlyDuplicateScan,
      nightlyForgetImports,
      forgottenActivities,
      monthlySheets,
      nightlySeries,
      ...notices.timed,
    ],
  };
}
