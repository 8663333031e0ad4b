import { sql } from 'kysely';
import { invalid, notFound, type ValueError } from '#shared/errors.ts';
import {
  fullPersonal,
  notificationEvents,
  type Favourite,
  type KeptPersonal,
  type PersonalSettings,
} from '#shared/personal.ts';
import type { Ctx } from '#engine/context.ts';
import { findTitles } from '#engine/records/find-titles.ts';
import { isId } from '#engine/records/get.ts';
import { withTransaction } from '#engine/transaction.ts';
import { listViews } from '#engine/views/views.ts';

/** Of notifications, only what is named changes; a list of favourites takes the place of the one before. */
export type PersonalPatch = Omit<KeptPersonal, 'picture' | 'workingHours' | 'skippedCalls'>;

/** With what it is called; null: not to be seen (any more), or named by the model. */
export type NamedFavourite = Favourite & { title: string | null };

export interface DescribedPersonal extends Omit<PersonalSettings, 'favourites'> {
  favourites: NamedFavourite[];
  picture: string | null;
}

/** What the member chose; titles of favourites as far as the actor may see them. */
export async function describePersonal(ctx: Ctx, memberId: string): Promise<DescribedPersonal> {
  const kept = await keptPersonal(ctx, memberId);
  const { favourites, ...settings } = fullPersonal(kept);
  return {
    ...settings,
    favourites: await named(ctx, favourites),
    picture: pictureAddress(memberId, kept),
  };
}

/** The address changes with the picture, so that what a browser keeps of the one before is never shown for it. */
export const pictureAddress = (memberId: string, { picture }: KeptPersonal): string | null =>
  picture === undefined ? null : `/api/v1/members/${memberId}/picture?v=${picture}`;

/** Nobody else is concerned, so there is no line in the history and no process loads anything again. */
export async function changePersonal(
  ctx: Ctx,
  memberId: string,
  { notifications = {}, ...patch }: PersonalPatch,
): Promise<void> {
  checkFavourites(ctx, patch.favourites ?? []);
  await withTransaction(ctx, async (inside) => {
    const kept = await lockPersonal(inside, memberId);
    const chosen: NonNullable<KeptPersonal['notifications']> = { ...kept.notifications };
    for (const event of notificationEvents)
      if (notifications[event]) chosen[event] = { ...chosen[event], ...notifications[event] };
    await keepPersonal(inside, memberId, { ...kept, ...patch, notifications: chosen });
  });
}

export async function keptPersonal(ctx: Ctx, memberId: string): Promise<KeptPersonal> {
  const row = await ctx.tables
    .selectFrom('member')
    .select('settings')
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.settings;
}

/** The same, for changing it in the caller's transaction. */
export async function lockPersonal(ctx: Ctx, memberId: string): Promise<KeptPersonal> {
  const row = await ctx.tables
    .selectFrom('member')
    .select('settings')
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.settings;
}

export async function keepPersonal(ctx: Ctx, memberId: string, kept: KeptPersonal): Promise<void> {
  await ctx.tables
    .updateTable('member')
    .set({ settings: sql<KeptPersonal>`${JSON.stringify(kept)}::jsonb` })
    .where('id', '=', memberId)
    .execute();
}

/** Records are not looked for: one that has left the actor's reach must not keep the rest of the list from changing. */
function checkFavourites({ model, access }: Ctx, favourites: readonly Favourite[]): void {
  const seen = new Set<string>();
  const errors = favourites.flatMap(({ object, id, view }, i): ValueError[] => {
    const path = `favourites.${i}`;
    const name = JSON.stringify([object, id?.toLowerCase(), view]);
    if (!model.objects.has(object) || isOutOfReach(access.of(object)))
      return [{ path: `${path}.object`, code: 'notFound' }];
    if (id !== undefined && view !== undefined)
      return [{ path: `${path}.view`, code: 'notWritable' }];
    if (seen.has(name)) return [{ path, code: 'notUnique' }];
    seen.add(name);
    return [];
  });
  if (errors.length > 0) throw invalid(errors);
}

type ObjectAccess = ReturnType<Ctx['access']['of']>;
const isOutOfReach = ({ read, create }: ObjectAccess): boolean =>
  !create && read !== true && 'nothing' in read;

async function named(ctx: Ctx, favourites: readonly Favourite[]): Promise<NamedFavourite[]> {
  const records = favourites.flatMap(({ object, id }) =>
    id === undefined ? [] : [{ object, id }],
  );
  const savedViews = favourites.some(({ view }) => isId(view));
  const titles = await findTitles(ctx, records);
  const views = savedViews ? await listViews(ctx) : [];
  const nameOf = new Map(
    views.flatMap(({ id, name }) => (typeof name === 'string' ? [[id, name] as const] : [])),
  );
  return favourites.map((favourite) => ({
    ...favourite,
    title: titles.get(favourite.id ?? '') ?? nameOf.get(favourite.view ?? '') ?? null,
  }));
}
