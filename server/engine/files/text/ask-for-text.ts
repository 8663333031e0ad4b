import type { Ctx } from '../../context.ts';
import { addJob } from '#engine/jobs/add-job.ts';

export const readTextJob = 'readFileText';

/** Has the words of a file read in the background; its transaction may still fail, and then nothing is read. */
export const askForText = (ctx: Ctx, fileId: string): Promise<void> =>
  // One after the other: each may take a thread and a good deal of memory.
  addJob(ctx, readTextJob, { fileId }, { queue: readTextJob, key: `${readTextJob}:${fileId}` });
