import { openStatuses } from '#shared/activity.ts';
import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { findTitles } from '#engine/records/find-titles.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { activity } from './activity.object.ts';
import { kinds } from './activity.options.ts';
import { accountsOfContacts } from './accounts-of-contacts.ts';
import { minutesBetween, plusMinutes } from './minutes.ts';
import { usualLength } from './usual-length.ts';

export type Activity = Partial<RecordOf<typeof activity>>;
type ActivityChange = Change<Activity>;

export const activityRules = defineRules(activity, {
  async beforeWrite(ctx, changes) {
    await giveAccounts(ctx, changes);
    for (const change of changes) {
      place(ctx, change);
      follow(ctx, change);
      measure(change);
    }
    await nameSubjects(ctx, changes);
    return changes.flatMap((change, index) =>
      wrong(ctx, change).map((error) => ({ ...error, index })),
    );
  },
});

/**
 * Whoever speaks with a contact speaks with their company, unless another one is named; where several are, each has it
 * in its thread.
 */
async function giveAccounts(ctx: Ctx, changes: readonly ActivityChange[]): Promise<void> {
  const given = changes.filter(
    ({ before, after }) =>
      !sameList(before?.contacts, after.contacts ?? []) || before?.account !== after.account,
  );
  if (given.length === 0) return;
  const accounts = await accountsOfContacts(
    ctx,
    given.flatMap(({ after }) => after.contacts ?? []),
  );
  for (const { before, after } of given) {
    const found = new Set((after.contacts ?? []).flatMap((id) => accounts.get(id) ?? []));
    const [only] = found;
    const isNew = !sameList(before?.contacts, after.contacts ?? []);
    if (isNew && !after.account && found.size === 1) after.account = only ?? null;
    if (after.account) found.delete(after.account);
    after.otherAccounts = found.size === 0 ? null : [...found];
  }
}

const sameList = (a: readonly string[] | null | undefined, b: readonly string[]): boolean =>
  (a?.length ?? 0) === b.length && b.every((each) => a?.includes(each));

/** What a new status says of the times, and new times of the status. */
function follow(ctx: Ctx, { before, after }: ActivityChange): void {
  const now = ctx.now.toISOString();
  if (!before && after.kind === 'note') after.status = 'done';
  const moved = before && (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt);
  // Given a new time that is still to come, what was forgotten is planned again.
  const comes = (after.endsAt ?? after.startsAt ?? '') > now;
  if (before?.status === 'forgotten' && after.status === 'forgotten' && moved && comes)
    after.status = 'planned';
  if (before?.status === after.status) return;
  if (after.status === 'inProgress') after.startedAt ??= now;
  if (after.status === 'done') {
    after.finishedAt ??= finishedBy(before, after) ?? now;
    after.startsAt ??= after.startedAt ?? after.finishedAt;
    after.endsAt ??= after.finishedAt;
    if (after.startedAt) after.actualMinutes ??= minutesBetween(after.startedAt, after.finishedAt);
  }
  if (before?.status === 'done' && openStatuses.includes(after.status ?? ''))
    Object.assign(after, { finishedAt: null, actualMinutes: null, result: null });
}

/** A report about something that has passed, entered as done at once, was done when it was. */
const finishedBy = (before: Readonly<Activity> | null, after: Activity): string | undefined =>
  before ? undefined : (after.endsAt ?? after.startsAt ?? undefined);

/** An end goes with its start: given neither length nor end, it takes what its kind usually takes. */
function place({ now, workspace }: Ctx, { before, after, given }: ActivityChange): void {
  if (after.kind === 'note') after.startsAt ??= now.toISOString();
  if (!after.startsAt) return;
  const keeps =
    after.endsAt &&
    (!before?.startsAt || before.endsAt !== after.endsAt || given?.has('endsAt') === true);
  if (keeps) return;
  const moved = before?.startsAt && before.startsAt !== after.startsAt;
  const length =
    before?.startsAt && before.endsAt && moved
      ? minutesBetween(before.startsAt, before.endsAt)
      : undefined;
  if (length !== undefined) after.endsAt = plusMinutes(after.startsAt, length);
  else after.endsAt ??= plusMinutes(after.startsAt, usualLength(workspace.settings, after.kind));
}

function measure({ after }: ActivityChange): void {
  const { startsAt, endsAt, allDay } = after;
  after.plannedMinutes = startsAt && endsAt && !allDay ? minutesBetween(startsAt, endsAt) : null;
}

/** `Gọi điện: Công ty Hoa Sen`, where nobody says what it is about. */
async function nameSubjects(ctx: Ctx, changes: readonly ActivityChange[]): Promise<void> {
  const unnamed = changes.filter(({ after }) => !after.subject);
  if (unnamed.length === 0) return;
  const whom = ({ after }: ActivityChange) => {
    if (after.contacts?.[0]) return { object: 'contact', id: after.contacts[0] };
    if (after.account) return { object: 'account', id: after.account };
    return after.lead ? { object: 'lead', id: after.lead } : undefined;
  };
  const titles = await findTitles(
    ctx,
    unnamed.flatMap((change) => whom(change) ?? []),
  );
  for (const change of unnamed) {
    const { after } = change;
    const kind = kinds.find(({ value }) => value === after.kind)?.label[ctx.actor.language];
    const title = titles.get(whom(change)?.id ?? '');
    after.subject = [kind ?? after.kind, title].filter(Boolean).join(': ').slice(0, 255);
  }
}

type Found = Omit<RuleError, 'index'>;

/** A year; more is a project, not an activity. */
export const longestMinutes = 366 * 24 * 60;

function wrong({ actor }: Ctx, { before, after }: ActivityChange): Found[] {
  const errors: Found[] = [];
  const { startsAt, endsAt, startedAt, finishedAt } = after;
  if (startsAt && endsAt && endsAt < startsAt) errors.push({ path: 'endsAt', code: 'endsEarly' });
  // A calendar looks this far back for what is still going on.
  if (startsAt && endsAt && minutesBetween(startsAt, endsAt) > longestMinutes)
    errors.push({ path: 'endsAt', code: 'badDate' });
  if (startedAt && finishedAt && finishedAt < startedAt)
    errors.push({ path: 'finishedAt', code: 'endsEarly' });
  // The clock alone says that something was forgotten; lists of old systems may bring it along.
  const forgets = after.status === 'forgotten' && before?.status !== 'forgotten';
  if (forgets && actor.kind === 'member')
    errors.push({ path: 'status', code: 'notWritable', doubtful: true });
  return errors;
}
