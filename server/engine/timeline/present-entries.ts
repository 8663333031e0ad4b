import type { Ctx } from '../context.ts';
import type { RecordLink } from '../history/read-history.ts';
import { readReactions } from '../reactions/read-reactions.ts';
import type { PresentedRecord } from '../records/selection.ts';
import type { Found } from './find-entries.ts';
import { findEdited } from './find-edited.ts';
import { readLines, readRecords, type RecordEntry, type TimelineEntry } from './read-entries.ts';
import { findReplies } from './read-replies.ts';

interface Presented {
  /** In the order of what was found; what the actor may not see is left out. */
  entries(found: readonly Found[]): TimelineEntry[];
  records(found: readonly Found[]): RecordEntry[];
}

/** Reads what was found all at once: a query for each thing that is told of it, however many there are. */
export async function presentEntries(ctx: Ctx, found: readonly Found[]): Promise<Presented> {
  const lines = await readLines(ctx, found);
  const links = [...new Map(found.flatMap(linkOf)).values()];
  const replies = await findReplies(ctx, links);
  const all = [...links, ...[...replies.values()].flatMap((each) => each.links)];
  const values = await readRecords(ctx, all);
  const edited = await findEdited(ctx, all);
  const reactions = await readReactions(ctx, all);

  const entry = (object: string, record: PresentedRecord): RecordEntry => {
    const { links: answers = [], total = 0 } = replies.get(record.id) ?? {};
    const at = record[ctx.model.objects.get(object)?.timeline?.at ?? ''];
    return {
      kind: 'record',
      object,
      id: record.id,
      at: typeof at === 'string' ? at : null,
      values: record,
      edited: edited.get(record.id) ?? null,
      reactions: reactions.get(record.id) ?? [],
      replies: {
        items: answers.flatMap((link) => {
          const reply = values.get(link.id);
          return reply ? [entry(link.object, reply)] : [];
        }),
        total,
      },
    };
  };
  const recordOf = ({ object, key }: Found): RecordEntry[] => {
    const record = values.get(key);
    return object !== null && record ? [entry(object, record)] : [];
  };
  return {
    entries: (each) =>
      each.flatMap((one): TimelineEntry[] => {
        const line = lines.get(one.key);
        return line ? [line] : recordOf(one);
      }),
    records: (each) => each.flatMap(recordOf),
  };
}

/** What is on top stands in its place too, and is read once. */
const linkOf = ({ object, key }: Found): [string, RecordLink][] =>
  object === null ? [] : [[key, { object, id: key }]];
