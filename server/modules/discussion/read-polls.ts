import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { idOf, list, type PresentedRecord } from '#engine/records/index.ts';
import { nameIn } from '#engine/records/references.ts';
import { choicesOf } from './choices.ts';

export interface PollResult {
  id: string;
  version: number;
  question: string;
  several: boolean;
  anonymous: boolean;
  closesAt: string | null;
  open: boolean;
  /** How many have answered. */
  voters: number;
  /** What the actor answered; null when they did not. Of a secret vote only that there was one is known. */
  mine: string[] | null;
  /** Votes are null as long as the actor could still be led by them; names are those of open votes. */
  choices: { text: string; votes: number | null; names: string[] }[];
  createdBy: unknown;
}

/** What was answered to polls that the actor may see. */
export async function readPolls(
  ctx: Ctx,
  polls: readonly PresentedRecord[],
): Promise<PollResult[]> {
  const ids = polls.map(({ id }) => id);
  if (ids.length === 0) return [];
  const ballots = await ctx.tables
    .selectFrom('ballot')
    .select(['record_id', 'member_id', 'choices'])
    .where('record_id', 'in', ids)
    .orderBy('at')
    .execute();
  const counts = await ctx.tables
    .selectFrom('ballot_count')
    .select(['record_id', 'choice', 'votes'])
    .where('record_id', 'in', ids)
    .execute();
  const me = ctx.actor.kind === 'member' ? ctx.actor.id : '';
  return Promise.all(
    polls.map(async (poll): Promise<PollResult> => {
      const { several, secret, isOpen, closesAt } = await pollState(ctx, poll);
      const cast = ballots.filter(({ record_id }) => record_id === poll.id);
      const mine = cast.find(({ member_id }) => member_id === me)?.choices ?? null;
      const isShown = !isOpen || mine !== null;
      const found = (text: string) => cast.filter(({ choices }) => choices.includes(text));
      const votesFor = (text: string) =>
        secret
          ? (counts.find((each) => each.record_id === poll.id && each.choice === text)?.votes ?? 0)
          : found(text).length;
      return {
        id: poll.id,
        version: poll.version,
        question: typeof poll['question'] === 'string' ? poll['question'] : '',
        several,
        anonymous: secret,
        closesAt,
        open: isOpen,
        voters: cast.length,
        mine,
        choices: choicesOf(poll['choices']).map((text) => ({
          text,
          votes: isShown ? votesFor(text) : null,
          names: isShown
            ? found(text).flatMap(({ member_id }) => nameIn(ctx.directory.members, member_id) ?? [])
            : [],
        })),
        createdBy: poll['createdBy'] ?? null,
      };
    }),
  );
}

export interface PollState {
  several: boolean;
  secret: boolean;
  closesAt: string | null;
  isOpen: boolean;
}

/** Open until its moment has passed, and no longer than its topic. */
export async function pollState(ctx: Ctx, poll: PresentedRecord): Promise<PollState> {
  const closesAt = typeof poll['closesAt'] === 'string' ? poll['closesAt'] : null;
  const where = { field: 'id', op: 'eq', value: idOf(poll['topic']) };
  // Whether it is closed counts for all, also for a role that is not told.
  const system = asSystem(ctx, 'polls');
  const [found] = (await list(system, 'topic', { where, fields: ['closed'], limit: 1 })).items;
  return {
    several: poll['several'] === true,
    secret: poll['anonymous'] === true,
    closesAt,
    isOpen: found?.['closed'] !== true && (closesAt === null || closesAt > ctx.now.toISOString()),
  };
}
