import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { titleOf } from '../../search/document.ts';
import type { TableRow } from '../read/table.ts';
import { childKey, keyTexts, memoryKey, settle, type Draft, type Item } from './drafts.ts';
import { isLive, isTaken, prepareDrafts } from './prepare-drafts.ts';
import { newPart, problem, type ReadRow } from './read-row.ts';
import { resolveRelations, type Stub } from './resolve-relations.ts';
import type { Role, Session } from './session.ts';
import { noRows, type Problem, type RowCounts } from './types.ts';

/** What a chunk of rows comes to; nothing of it is written yet. */
export interface Outcome {
  /** In the order of writing: what is pointed to comes first. */
  groups: { object: ModelObject; drafts: Draft[] }[];
  counts: RowCounts;
  problems: Problem[];
  /** Relations of the main records to records that may come with later rows. */
  later: { row: number; id: string; wanted: Record<string, string> }[];
}

/** Works out what rows do to the records there are: the dry run stops here, the run writes it. */
export async function processChunk(
  ctx: Ctx,
  session: Session,
  rows: readonly TableRow[],
): Promise<Outcome> {
  const { main, parents, children } = session;
  const reads = rows.map((row) => session.read(row));
  const groups: Outcome['groups'] = [];
  const taken = () => reads.filter(isTaken);
  const stage = async (role: Role, items: readonly Item[]): Promise<Map<ReadRow, Draft>> => {
    const drafts = await settle(ctx, role, items, session.memory);
    for (const draft of drafts) tie(session, draft);
    await prepareDrafts(ctx, session, role.object, drafts);
    groups.push({ object: role.object, drafts });
    return new Map(drafts.flatMap((draft) => draft.rows.map((read) => [read, draft])));
  };

  const stubs = await resolveRelations(ctx, session, taken());
  for (const [object, found] of Map.groupBy(stubs, (stub) => stub.object)) {
    await makeStubs(session, object, found, stage);
  }
  for (const role of parents) {
    const items = itemsOf(taken(), role);
    const drafts = await stage(role, items);
    for (const [read, draft] of drafts) linkToParent(session, role, read, draft);
  }
  const mains = await stage(
    main,
    taken().map((read) => ({ read, part: read.parts.get(main.object.key) ?? newPart() })),
  );
  for (const role of children) {
    const items = itemsOf(taken(), role).map((item) =>
      linkToMain(session, role, item, mains.get(item.read)),
    );
    await stage(role, items);
  }
  const outcome = {
    groups,
    counts: count(session, reads, mains, groups),
    problems: reads.flatMap(({ problems }) => problems),
    later: laterOf(session, reads, mains),
  };
  if (session.memory) remember(session, groups);
  return outcome;
}

const itemsOf = (reads: readonly ReadRow[], { object }: Role): Item[] =>
  reads.flatMap((read) => {
    const part = read.parts.get(object.key);
    return part ? [{ read, part }] : [];
  });

type Stage = (role: Role, items: readonly Item[]) => Promise<Map<ReadRow, Draft>>;

/** Records that are made only because a relation names them. */
async function makeStubs(
  session: Session,
  object: ModelObject,
  stubs: readonly Stub[],
  stage: Stage,
) {
  const title = object.fields.get(object.title);
  if (!title) return;
  // A row may name two records of one object; each round takes one of every row.
  let open = [...stubs];
  while (open.length > 0) {
    const round = new Map<ReadRow, Stub>();
    const rest: Stub[] = [];
    for (const stub of open) {
      if (round.has(stub.read)) rest.push(stub);
      else round.set(stub.read, stub);
    }
    const items = [...round.values()].flatMap(({ read, text, wanted }): Item[] => {
      const parsed = valueKind(title).fromText(text, title, session.plan.style);
      if (parsed.ok) return [{ read, part: newPart({ [title.key]: parsed.value }) }];
      read.problems.push(
        ...parsed.refusals.map((refusal) => problem(read.row, wanted.column.name, text, refusal)),
      );
      return [];
    });
    const drafts = await stage({ object, keys: [title.key], onMatch: 'skip' }, items);
    for (const [read, draft] of drafts) {
      const stub = round.get(read);
      if (stub) point(stub.part, stub.wanted.field.key, draft, session);
    }
    open = rest;
  }
}

/** The id of a draft in a field; remembered when the database does not have that record yet. */
function point(
  part: Item['part'],
  key: string,
  draft: Draft,
  { memory }: Session,
  many = false,
): void {
  if (draft.id === undefined) return;
  part.values[key] = many ? [draft.id] : draft.id;
  if (draft.fresh || draft.repeated || memory?.isFresh(draft.id)) part.tied.add(key);
}

function linkToParent(session: Session, { relative }: Role, read: ReadRow, draft: Draft): void {
  if (!relative) return;
  const key = session.main.object.key;
  const part = read.parts.get(key) ?? newPart();
  read.parts.set(key, part);
  if (part.values[relative.link.key] !== undefined) return;
  point(part, relative.link.key, draft, session, relative.link.kind === 'relations');
}

function linkToMain(
  session: Session,
  { relative }: Role,
  item: Item,
  link: Draft | undefined,
): Item {
  if (link && relative) point(item.part, relative.link.key, link, session);
  return { ...item, link };
}

/** Fields of the draft's own rows that point to what is not in the database. */
function tie(session: Session, draft: Draft): void {
  for (const read of draft.rows) {
    const part = read.parts.get(draft.role.object.key);
    for (const key of part?.tied ?? []) draft.tied.add(key);
    // Left for a later row: its absence now is no error.
    if (draft.role === session.main)
      for (const key of Object.keys(part?.later ?? {})) draft.tied.add(key);
  }
}

function count(
  { main }: Session,
  reads: readonly ReadRow[],
  mains: ReadonlyMap<ReadRow, Draft>,
  groups: Outcome['groups'],
): RowCounts {
  const counts = noRows();
  for (const read of reads) {
    if (!isTaken(read)) counts.rejected += 1;
    else counts[didTo(mains.get(read), read)] += 1;
    if (isTaken(read) && read.problems.some(({ code }) => code === 'duplicate'))
      counts.duplicates += 1;
  }
  for (const { object, drafts } of groups) {
    if (object === main.object) continue;
    const related = (counts.related[object.key] ??= { created: 0, updated: 0, unchanged: 0 });
    for (const draft of drafts.filter(isLive)) {
      if (draft.fresh) related.created += 1;
      else related[Object.keys(draft.given).length > 0 ? 'updated' : 'unchanged'] += 1;
    }
  }
  return counts;
}

/** The first row taken of a new record is the one that makes it, whatever became of those before. */
function didTo(draft: Draft | undefined, read: ReadRow) {
  if (draft?.fresh && draft.rows.find(isTaken) === read) return 'created' as const;
  return draft?.did.get(read) ?? ('skipped' as const);
}

function laterOf(
  { main }: Session,
  reads: readonly ReadRow[],
  mains: ReadonlyMap<ReadRow, Draft>,
): Outcome['later'] {
  return reads.filter(isTaken).flatMap((read) => {
    const wanted = read.parts.get(main.object.key)?.later ?? {};
    const draft = mains.get(read);
    const skipped = draft?.did.get(read) === 'skipped';
    if (Object.keys(wanted).length === 0 || draft?.id === undefined || skipped) return [];
    return [{ row: read.row, id: draft.id, wanted }];
  });
}

/** What later rows of a dry run find although it was not written. */
function remember({ memory }: Session, groups: Outcome['groups']): void {
  if (!memory) return;
  for (const { object, drafts } of groups) {
    // A record that only a relation names is found by its title.
    const sought = memory.sought.get(object.key) ?? new Set([object.title]);
    for (const { id, fresh, state, given, link, role } of drafts.filter(isLive)) {
      if (id === undefined) continue;
      if (fresh || Object.keys(given).length > 0) memory.note(id, given, fresh);
      if (!fresh) continue;
      for (const key of sought) {
        const field = object.fields.get(key);
        for (const text of field ? keyTexts(field, state[key]) : []) {
          memory.keep(memoryKey(object, key, text), id);
        }
      }
      const title = titleOf(object, state);
      if (role.relative?.side === 'child' && link?.id !== undefined && title !== '') {
        memory.keep(childKey(object, link, title), id);
      }
    }
  }
}
