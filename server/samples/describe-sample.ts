import type { Label } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { requireAdministrator } from '../people/people-history.ts';
import { sampleCompanies } from './companies/index.ts';
import { countSample, type SampleCounts } from './count-sample.ts';
import { findSample } from './find-sample.ts';
import { sampleKeys, type SampleKey } from './sample.ts';

export interface SampleState {
  sample: SampleKey | null;
  /** What the company of the story is called. */
  name: string | null;
  addedAt: string | null;
  counts: SampleCounts | null;
  signIn: { allowed: boolean; possible: boolean };
  available: { sample: SampleKey; name: string; label: Label }[];
}

/** Which sample is in, for administrators; `here`: whoever asks does so on this machine. */
export async function describeSample(ctx: Ctx, here: boolean): Promise<SampleState> {
  requireAdministrator(ctx);
  const found = await findSample(ctx);
  const key = sampleKeys.find((each) => each === found?.key);
  const allowed = found?.sign_in ?? false;
  return {
    sample: key ?? null,
    name: key ? sampleCompanies[key].name : null,
    addedAt: found?.created_at ?? null,
    counts: found ? await countSample(ctx, found) : null,
    signIn: { allowed, possible: found !== undefined && (here || allowed) },
    available: sampleKeys.map((sample) => {
      const { name, label } = sampleCompanies[sample];
      return { sample, name, label };
    }),
  };
}
