import { fold } from '#shared/locale/text.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { lockRecords } from '../../records/lock.ts';
import { references } from '../../records/references.ts';
import { sameValue } from '../../records/parse-values.ts';
import type { Change, Values } from '../../records/rules.ts';
import type { Prepared } from '../../records/update.ts';
import { titleOf } from '../../search/document.ts';
import { findRecords, type Found } from './find-records.ts';
import { problem, type Part, type ReadRow } from './read-row.ts';
import type { Memory } from './memory.ts';
import type { Role } from './session.ts';
import { markOf } from './value-marks.ts';

/** A record that rows of a chunk speak of: one that is there, one an earlier row makes, or a new one. */
export interface Draft {
  role: Role;
  /** Known from the start for one that is there, else once it has been prepared. */
  id: string | undefined;
  /** Not in the database before this chunk. */
  fresh: boolean;
  /** Within the actor's reach for changes. */
  allowed: boolean;
  /** As it is with the rows read so far. */
  state: Values;
  /** What the rows change in it; everything for a new one. */
  given: Values;
  rows: ReadRow[];
  /** By row: what that row did to it. */
  did: Map<ReadRow, 'created' | 'updated' | 'unchanged' | 'skipped'>;
  /** Fields that hold the id of a record of this chunk, which the database does not have yet. */
  tied: Set<string>;
  link: Draft | undefined;
  /** In a dry run: an earlier row makes it. */
  repeated: boolean;
  /** In a dry run: marks of the values that earlier rows gave it. */
  marks?: Map<string, string>;
  prepared?: { create: Change } | { update: Prepared };
}

/** A row's part about one object, with the record it hangs on. */
export interface Item {
  read: ReadRow;
  part: Part;
  link?: Draft | undefined;
}

/** Values as keys are looked for: each element of a list, the text of a composed one. */
export function keyTexts(field: ModelField, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  return [typeof value === 'string' ? value : valueKind(field).toText(value, field, plain)];
}

const plain: TextStyle = {
  numbers: 'en',
  dates: 'ymd',
  timeZone: 'UTC',
  currency: 'VND',
  language: 'en',
};

export const memoryKey = (object: ModelObject, key: string, text: string): string =>
  `${object.key} ${key}:${key === object.title ? fold(text) : text}`;

/** A record that hangs on another is known by its title within it. */
export const childKey = (object: ModelObject, link: Draft, title: string): string =>
  `${object.key} ${link.id ?? ''}>${fold(title)}`;

/**
 * Finds out which records the parts are about, in bulk: by the keys of the role, and for those that hang on another
 * record by their title within it. Rows that match more than one record are problems.
 */
export async function settle(
  ctx: Ctx,
  role: Role,
  items: readonly Item[],
  memory: Memory | undefined,
): Promise<Draft[]> {
  const { object, keys } = role;
  const fields = keys.flatMap((key) => object.fields.get(key) ?? []);
  const found = new Map<string, Map<string, Found[]>>();
  for (const field of fields) {
    const texts = new Set(items.flatMap(({ part }) => keyTexts(field, part.values[field.key])));
    found.set(field.key, await findRecords(ctx, object, field, [...texts]));
  }
  const within = await childrenOf(ctx, role, items);
  const open = new Map<string, Draft>();
  const drafts: Draft[] = [];
  const pairs: { item: Item; draft: Draft }[] = [];
  for (const item of items) {
    const { read, part } = item;
    const deciding = decidingOf(object, fields, part);
    const ids = matchesOf(deciding, part, found) ?? within(item);
    if (ids.length > 1) {
      const [key] = keys;
      read.problems.push(
        problem(read.row, null, titleOf(object, part.values) || (key ?? null), {
          code: 'ambiguous',
        }),
      );
      continue;
    }
    const [id] = ids;
    const looked = id === undefined ? marksOf(role, deciding, item) : [];
    const known = id ?? looked.map((mark) => memory?.find(mark)).find((each) => each !== undefined);
    const same = [...(known === undefined ? [] : [known]), ...looked]
      .map((mark) => open.get(mark))
      .find((each) => each !== undefined);
    const draft = same ?? newDraft(role, known, item.link);
    if (!same) drafts.push(draft);
    if (known !== undefined) open.set(known, draft);
    for (const mark of marksOf(role, fields, item)) if (!open.has(mark)) open.set(mark, draft);
    pairs.push({ item, draft });
  }
  await loadStates(ctx, object, drafts, memory, role.onMatch !== 'skip');
  for (const { item, draft } of pairs) take(draft, item);
  return drafts;
}

function newDraft(role: Role, id: string | undefined, link: Draft | undefined): Draft {
  return {
    role,
    id,
    fresh: id === undefined,
    allowed: true,
    state: {},
    given: {},
    rows: [],
    did: new Map(),
    tied: new Set(),
    link,
    repeated: false,
  };
}

/** Names under which a later row finds what this one made. */
function marksOf(
  { object, relative }: Role,
  fields: readonly ModelField[],
  { part, link }: Item,
): string[] {
  const marks = fields.flatMap((field) =>
    keyTexts(field, part.values[field.key]).map((text) => memoryKey(object, field.key, text)),
  );
  const title = titleOf(object, part.values);
  if (relative?.side === 'child' && link && title !== '') marks.push(childKey(object, link, title));
  return marks;
}

/**
 * The keys a row is looked for by, best first. A number or code it has decides alone: a record of the same name with
 * another number is another one. An id may be that of another company's register, so it decides only when found.
 */
function decidingOf(
  object: ModelObject,
  fields: readonly ModelField[],
  { values }: Part,
): readonly ModelField[] {
  const first = fields.findIndex(
    (field) =>
      field.key !== 'id' &&
      field.key !== object.title &&
      keyTexts(field, values[field.key]).length > 0,
  );
  return first === -1 ? fields : fields.slice(0, first + 1);
}

/** The first key by which something is found. */
function matchesOf(
  fields: readonly ModelField[],
  { values }: Part,
  found: ReadonlyMap<string, ReadonlyMap<string, Found[]>>,
): string[] | undefined {
  for (const field of fields) {
    const hits = keyTexts(field, values[field.key]).flatMap(
      (text) => found.get(field.key)?.get(text) ?? [],
    );
    if (hits.length > 0) return [...new Set(hits.map(({ id }) => id))];
  }
  return undefined;
}

/** Records that hang on the ones the rows are about, by title within them. */
async function childrenOf(ctx: Ctx, role: Role, items: readonly Item[]) {
  const { object, relative } = role;
  if (relative?.side !== 'child') return () => [];
  const ids = new Set(
    items.flatMap(({ link }) => (link && !link.fresh && link.id !== undefined ? [link.id] : [])),
  );
  const found = await findRecords(ctx, object, relative.link, [...ids]);
  return ({ part, link }: Item): string[] => {
    const title = fold(titleOf(object, part.values));
    if (title === '') return [];
    return (found.get(link?.id ?? '') ?? [])
      .filter((each) => fold(each.title) === title)
      .map(({ id }) => id);
  };
}

async function loadStates(
  ctx: Ctx,
  object: ModelObject,
  drafts: readonly Draft[],
  memory: Memory | undefined,
  needed: boolean,
): Promise<void> {
  const ids = drafts.flatMap(({ id }) => (id === undefined || memory?.isFresh(id) ? [] : [id]));
  const locked =
    needed && ids.length > 0 ? await lockRecords(ctx, object, ids, 'update') : new Map();
  for (const draft of drafts) {
    if (draft.id === undefined) continue;
    const known = locked.get(draft.id);
    const marks = memory?.marksOf(draft.id);
    if (marks) draft.marks = marks;
    draft.state = { ...known?.values };
    draft.allowed = known?.allowed ?? true;
    draft.repeated = memory?.isFresh(draft.id) ?? false;
  }
}

/** Puts what a row says into the draft and notes what that did. */
function take(draft: Draft, { read, part }: Item): void {
  const { object, onMatch } = draft.role;
  const first = draft.rows.length === 0;
  choose(draft, read, part);
  draft.rows.push(read);
  if (first && draft.fresh) {
    draft.state = { ...part.values };
    draft.given = { ...part.values };
    draft.did.set(read, 'created');
    return;
  }
  const repeated = draft.fresh || draft.repeated;
  if (!repeated && onMatch === 'skip') {
    draft.did.set(read, 'skipped');
    return;
  }
  let changes = false;
  for (const [key, value] of Object.entries(part.values)) {
    const field = object.fields.get(key);
    if (!field || key === 'id') continue;
    // What it was found by although written otherwise stays as it is.
    if (key === object.title && draft.role.keys.includes(key) && isSpelling(draft, field, value))
      continue;
    const was = draft.state[key] ?? null;
    const mark = draft.marks?.get(key);
    if (mark === undefined ? isSame(field, was, value) : mark === markOf(value)) continue;
    // Of a new record that is only linked to, the first row decides.
    if (repeated && draft.role.onMatch === 'skip' && (was !== null || mark !== undefined)) continue;
    draft.state[key] = value;
    draft.marks?.delete(key);
    draft.given[key] = value;
    changes = true;
  }
  if (changes && !draft.allowed) {
    read.problems.push(
      problem(read.row, null, titleOf(object, part.values), { code: 'forbidden' }),
    );
  }
  draft.did.set(read, changes ? 'updated' : 'unchanged');
}

const isSpelling = ({ state }: Draft, field: ModelField, value: unknown): boolean =>
  fold(keyTexts(field, state[field.key] ?? null).join(' ')) ===
  fold(keyTexts(field, value).join(' '));

/** Where a text names several records, the one the field has already is meant. */
function choose(draft: Draft, read: ReadRow, part: Part): void {
  for (const { field, column, texts, ids } of part.choices) {
    const current = new Set([draft.state[field.key] ?? []].flat().map(String));
    const chosen = ids.map((each) =>
      each.length === 1 ? each[0] : each.find((id) => current.has(id)),
    );
    const open = chosen.indexOf(undefined);
    if (open === -1) part.values[field.key] = references[field.kind]?.many ? chosen : chosen[0];
    else
      read.problems.push(
        problem(read.row, column.name, texts[open] ?? null, { code: 'ambiguous' }),
      );
  }
}

/** The same value, or one that a file cannot tell from it. */
export function isSame(field: ModelField, was: unknown, value: unknown): boolean {
  if (sameValue(field, was, value)) return true;
  if (was === null || value === null) return false;
  const kind = valueKind(field);
  return kind.toText(was, field, plain) === kind.toText(value, field, plain);
}
