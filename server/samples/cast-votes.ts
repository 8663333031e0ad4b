import type { Ctx } from '#engine/context.ts';
import type { SamplePeople } from './add-people.ts';
import { pollRef } from './parts/talks.ts';
import type { SampleCompany } from './sample.ts';
import type { Written } from './write-records.ts';

/** What the members of the story answered to its polls. */
export async function castVotes(
  { tables, now }: Ctx,
  { trade }: SampleCompany,
  { members }: SamplePeople,
  { ids }: Written,
): Promise<void> {
  const ballots = trade.office.topics.flatMap(({ poll }, i) =>
    (poll?.votes ?? []).map(({ by, choice }) => ({
      record_id: ids.get('poll')?.get(pollRef(i)) ?? '',
      member_id: members.get(by) ?? '',
      choices: [poll?.choices[choice] ?? ''],
      at: now.toISOString(),
    })),
  );
  if (ballots.length > 0) await tables.insertInto('ballot').values(ballots).execute();
}
