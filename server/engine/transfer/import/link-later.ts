import { readList } from '#shared/fields/list.ts';
import type { ModelField } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { createRecords } from '../../records/create.ts';
import { lockRecords } from '../../records/lock.ts';
import { references } from '../../records/references.ts';
import { prepareUpdate, writeUpdated } from '../../records/update.ts';
import { isSame } from './drafts.ts';
import { problem } from './read-row.ts';
import { findByTexts } from './resolve-relations.ts';
import type { Session } from './session.ts';
import type { Outcome } from './process-chunk.ts';
import type { Problem } from './types.ts';

type Later = Outcome['later'][number];

/**
 * Ties records to those of their own object that came with other rows. What is not found leaves the field empty and is
 * said: the row itself has been taken already. Gives the versions of the records it changed, by id.
 */
export async function linkLater(
  ctx: Ctx,
  session: Session,
  entries: readonly Later[],
): Promise<{
  problems: Problem[];
  linked: Map<string, number>;
  made: { row: number; id: string }[];
}> {
  const { plan, memory, main } = session;
  const { object } = main;
  const problems: Problem[] = [];
  const made: { row: number; id: string }[] = [];
  const uses = entries.flatMap(({ row, id, wanted }) =>
    Object.entries(wanted).flatMap(([key, text]) => {
      const field = object.fields.get(key);
      const column = plan.columns.find(({ target }) => target === key);
      return field && column ? [{ row, id, field, column, text, texts: textsOf(field, text) }] : [];
    }),
  );
  const idsOf = await findByTexts(
    ctx,
    object,
    uses.flatMap(({ texts }) => texts),
    plan.style,
    memory,
  );
  const missing = new Set(
    uses
      .filter(({ column }) => column.onMissing === 'create')
      .flatMap(({ texts }) => texts.filter((text) => !idsOf.has(text))),
  );
  if (missing.size > 0 && !memory) {
    const titles = [...missing];
    const records = await createRecords(
      ctx,
      object.key,
      titles.map((text) => ({ [object.title]: text })),
    );
    const [first] = uses;
    titles.forEach((text, i) => {
      const id = records[i]?.id;
      const row = uses.find(({ texts }) => texts.includes(text))?.row ?? first?.row ?? 0;
      if (id === undefined) return;
      idsOf.set(text, [id]);
      made.push({ row, id });
    });
  }
  const given = new Map<string, { row: number; column: string; values: Record<string, unknown> }>();
  for (const { row, id, field, column, text, texts } of uses) {
    const ids = texts.map((each) => idsOf.get(each) ?? []);
    const wrong = ids.findIndex((each) => each.length !== 1);
    if (wrong !== -1) {
      const code = ids[wrong]?.length === 0 ? 'missingRelation' : 'ambiguous';
      if (!(code === 'missingRelation' && memory && missing.has(texts[wrong] ?? ''))) {
        problems.push(problem(row, column.name, texts[wrong] ?? text, { code }, false));
      }
      continue;
    }
    const value = references[field.kind]?.many ? ids.flat() : ids[0]?.[0];
    const known = given.get(id) ?? { row, column: column.name, values: {} };
    known.values[field.key] = value;
    given.set(id, known);
  }
  const linked = memory ? new Map<string, number>() : await write(ctx, session, given, problems);
  return { problems, linked, made };
}

const textsOf = (field: ModelField, text: string): string[] =>
  references[field.kind]?.many ? readList(text) : [text];

async function write(
  ctx: Ctx,
  { main: { object } }: Session,
  given: ReadonlyMap<string, { row: number; column: string; values: Record<string, unknown> }>,
  problems: Problem[],
): Promise<Map<string, number>> {
  const locked = await lockRecords(ctx, object, [...given.keys()], 'update');
  const patches = [...given].flatMap(([id, { row, column, values }]) => {
    const current = locked.get(id);
    const news = Object.entries(values).filter(([key, value]) => {
      const field = object.fields.get(key);
      return field && !isSame(field, current?.values[key] ?? null, value);
    });
    if (news.length === 0 || !current?.allowed) return [];
    return [{ row, column, patch: { id, values: Object.fromEntries(news) } }];
  });
  const { writes, errors } = await prepareUpdate(
    ctx,
    object,
    patches.map(({ patch }) => patch),
    {
      trusted: true,
      prefix: (i) => `${i}.`,
    },
  );
  const refused = new Set<number>();
  for (const { path, code, params } of errors) {
    const index = Number(path.split('.')[0]);
    const entry = patches[index];
    refused.add(index);
    if (entry)
      problems.push(
        problem(entry.row, entry.column, null, { code, ...(params && { params }) }, false),
      );
  }
  const right = writes.filter((_, i) => !refused.has(i));
  await writeUpdated(ctx, object, right);
  return new Map(
    right.map(({ change, write: { values } }) => [change.id, Number(values['version'])]),
  );
}
