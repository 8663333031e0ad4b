import type { Ctx } from '#engine/context.ts';
import type { Change, RuleError } from '#engine/records/rules.ts';
import { plainText } from '#shared/fields/plain-text.ts';

/** What a post and a message have in common. */
export interface Said {
  owner?: string | null;
  body?: string | null;
  files?: string[] | null;
  replyTo?: string | null;
  excerpt?: string | null;
  editedAt?: string | null;
}

const longestExcerpt = 120;

const wordsOf = ({ body }: Said): string =>
  plainText(body ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** Says in short what was said, and when it was said otherwise. */
export function shorten(ctx: Ctx, changes: readonly Change<Said>[]): void {
  for (const { before, after } of changes) {
    if (before && before.body === after.body) continue;
    const words = wordsOf(after);
    const cut = words.length > longestExcerpt ? `${words.slice(0, longestExcerpt)}…` : words;
    after.excerpt = cut || '…';
    if (before) after.editedAt = ctx.now.toISOString();
  }
}

/** Something is said, and nobody puts words into another's mouth: whoever answers for all may only take them away. */
export function wrongSaid(
  { actor }: Ctx,
  changes: readonly Change<Said>[],
  stays: (change: Change<Said>) => boolean,
): RuleError[] {
  return changes.flatMap((change, index): RuleError[] => {
    const { before, after } = change;
    const errors: RuleError[] = [];
    if (wordsOf(after) === '' && !after.files?.length)
      errors.push({ index, path: 'body', code: 'required' });
    if (!before) {
      const isOwn = actor.kind === 'system' || after.owner === actor.id;
      if (!isOwn) errors.push({ index, path: 'owner', code: 'notWritable', doubtful: true });
      return errors;
    }
    const own = actor.kind === 'system' || before.owner === actor.id;
    const said =
      before.body !== after.body ||
      before.owner !== after.owner ||
      (before.replyTo ?? null) !== (after.replyTo ?? null) ||
      after.files?.some((file) => !before.files?.includes(file));
    if (said && !own) errors.push({ index, path: 'body', code: 'notWritable' });
    // What was answered here stays here.
    if (!stays(change)) errors.push({ index, path: 'body', code: 'readOnly' });
    return errors;
  });
}
