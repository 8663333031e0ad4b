import type { ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findMatchesOfMany } from '../../duplicates/find-matches.ts';
import { prepareCreate } from '../../records/create.ts';
import type { Values } from '../../records/rules.ts';
import { prepareUpdate } from '../../records/update.ts';
import { keyTexts, memoryKey, type Draft } from './drafts.ts';
import { findRecords } from './find-records.ts';
import { problem } from './read-row.ts';
import type { Session } from './session.ts';

const byIndex = (i: number) => `${i}.`;
const trusted = { trusted: true, canonical: true, prefix: byIndex } as const;

/** Checks what the drafts of one object say, as creating and changing do; what is wrong goes to their rows. */
export async function prepareDrafts(
  ctx: Ctx,
  session: Session,
  object: ModelObject,
  drafts: readonly Draft[],
): Promise<void> {
  const live = drafts.filter(isLive);
  const fresh = live.filter((draft) => draft.fresh);
  const changed = live.filter(
    (draft) =>
      !draft.fresh && !draft.repeated && draft.allowed && Object.keys(draft.given).length > 0,
  );
  if (fresh.length > 0) {
    const inputs = fresh.map(({ given }) => withoutId(given));
    const doubts: ValueError[] = [];
    const options = { ...trusted, warn: (error: ValueError) => doubts.push(error) };
    const { changes, errors } = await prepareCreate(ctx, object, inputs, options);
    fresh.forEach((draft, i) => {
      const change = changes[i];
      if (!change) return;
      draft.id = change.id;
      draft.prepared = { create: change };
    });
    blame(ctx, session, object, fresh, errors);
    blame(ctx, session, object, fresh, doubts, false);
  }
  if (changed.length > 0) {
    const patches = changed.map(({ id = '', given }) => ({ id, values: withoutId(given) }));
    const doubts: ValueError[] = [];
    const options = { ...trusted, warn: (error: ValueError) => doubts.push(error) };
    const { writes, errors } = await prepareUpdate(ctx, object, patches, options);
    changed.forEach((draft, i) => {
      const update = writes[i];
      if (update) draft.prepared = { update };
    });
    blame(ctx, session, object, changed, errors);
    blame(ctx, session, object, changed, doubts, false);
  }
  await checkUnique(ctx, session, object, [...fresh, ...changed]);
  await warn(ctx, session, object, fresh.filter(isLive));
}

/** Evidence of this weight makes a warning. */
const suspicious = 60;

/** New records that are like one from before the import. */
async function warn(
  ctx: Ctx,
  { importId }: Session,
  object: ModelObject,
  fresh: readonly Draft[],
): Promise<void> {
  if (object.duplicates.length === 0 || fresh.length === 0) return;
  const values = fresh.map(({ given }) => given);
  const matches = await findMatchesOfMany(ctx, object.key, values, { least: suspicious });
  fresh.forEach((draft, i) => {
    // Ids rise with time: those after the import's own came with it.
    const like = matches[i]?.find(({ id }) => id < importId);
    const read = draft.rows.find(isTaken);
    if (!like || !read) return;
    const params = { title: like.title };
    read.problems.push(problem(read.row, null, null, { code: 'duplicate', params }, false));
  });
}

/** The id is what a record was found by, not something to write. */
const withoutId = (given: Values): Values =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'id'));

export const isTaken = ({ problems }: Draft['rows'][number]): boolean =>
  !problems.some(({ rejects }) => rejects);

/** Some row that is taken speaks of it. */
export const isLive = (draft: Draft): boolean => draft.rows.some(isTaken);

function blame(
  ctx: Ctx,
  session: Session,
  object: ModelObject,
  drafts: readonly Draft[],
  errors: readonly ValueError[],
  rejects = true,
): void {
  for (const { path, code, params } of errors) {
    const dot = path.indexOf('.');
    const draft = drafts[Number(path.slice(0, dot))];
    const key = path.slice(dot + 1).split('.')[0] ?? '';
    if (!draft) continue;
    // It points to a record that is written, or only imagined, together with it.
    if (draft.tied.has(key) && (code === 'notFound' || code === 'required')) continue;
    const { column, text } = describe(ctx, session, object, draft, key);
    for (const read of draft.rows) {
      read.problems.push(
        problem(read.row, column, text, { code, ...(params && { params }) }, rejects),
      );
    }
  }
}

/** The column of the file that a field came from, or the field's name when it came from none. */
function describe(
  { actor }: Ctx,
  { main, plan }: Session,
  object: ModelObject,
  draft: Draft,
  key: string,
) {
  const path = object === main.object ? key : `${object.key}.${key}`;
  const field = object.fields.get(key);
  const value = draft.given[key] ?? null;
  return {
    column:
      plan.columns.find(({ target }) => target === path)?.name ??
      field?.label[actor.language] ??
      null,
    text: field && value !== null ? valueKind(field).toText(value, field, plan.style) : null,
  };
}

/** Values that must be unique, against the records there are and against the rows before. */
async function checkUnique(
  ctx: Ctx,
  session: Session,
  object: ModelObject,
  drafts: readonly Draft[],
): Promise<void> {
  for (const field of object.fields.values()) {
    if (!(field.unique || field.kind === 'autoNumber') || field.system) continue;
    const texts = drafts.map(({ given }) => keyTexts(field, given[field.key]));
    if (texts.every((each) => each.length === 0)) continue;
    const found = await findRecords(ctx, object, field, [...new Set(texts.flat())]);
    const taken = new Map<string, string>();
    drafts.forEach((draft, i) => {
      for (const text of texts[i] ?? []) {
        const others = (found.get(text) ?? []).map(({ id }) => id);
        const before = session.memory?.find(memoryKey(object, field.key, text)) ?? taken.get(text);
        if (before !== undefined) others.push(before);
        taken.set(text, draft.id ?? '');
        if (others.every((id) => id === draft.id)) continue;
        const { column } = describe(ctx, session, object, draft, field.key);
        for (const read of draft.rows)
          read.problems.push(problem(read.row, column, text, { code: 'notUnique' }));
      }
    });
  }
}
