import { valueKind } from '#shared/fields/index.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import { writeList } from '#shared/fields/list.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { references } from '../../records/references.ts';
import { keyTexts, memoryKey } from './drafts.ts';
import { findRecords } from './find-records.ts';
import { keyFields } from './key-fields.ts';
import { problem, type Part, type ReadRow, type Wanted } from './read-row.ts';
import type { Memory } from './memory.ts';
import type { Session } from './session.ts';

/** A record to make because a relation names it and it is not there. */
export interface Stub {
  read: ReadRow;
  part: Part;
  wanted: Wanted;
  object: ModelObject;
  text: string;
}

/**
 * Turns the texts of relation columns into ids, all of a chunk at once. What is not found is left for a later row,
 * made, left empty or refused, as the column says.
 */
export async function resolveRelations(
  ctx: Ctx,
  { main, plan, memory }: Session,
  reads: readonly ReadRow[],
): Promise<Stub[]> {
  const uses = reads.flatMap((read) =>
    [...read.parts].flatMap(([key, part]) =>
      part.wanted.map((wanted) => ({ read, key, part, wanted })),
    ),
  );
  const stubs: Stub[] = [];
  for (const [to, found] of Map.groupBy(uses, ({ wanted }) => targetOf(wanted))) {
    const object = ctx.model.objects.get(to);
    if (!object) continue;
    const texts = found.flatMap(({ wanted }) => wanted.texts);
    const idsOf = await findByTexts(ctx, object, texts, plan.style, memory);
    for (const { read, key, part, wanted } of found) {
      const { field, column } = wanted;
      const ids = wanted.texts.map((text) => idsOf.get(text) ?? []);
      const missing = wanted.texts.filter((_, i) => ids[i]?.length === 0);
      const many = references[field.kind]?.many ?? false;
      if (missing.length === 0) {
        if (ids.every((each) => each.length === 1)) {
          part.values[field.key] = many ? ids.flat() : ids[0]?.[0];
          if (memory && ids.flat().some((id) => memory.isFresh(id))) part.tied.add(field.key);
        } else part.choices.push({ field, column, texts: wanted.texts, ids });
      } else if (object === main.object && key === main.object.key) {
        part.later[field.key] = many ? writeList(wanted.texts) : (wanted.texts[0] ?? '');
      } else if (column.onMissing === 'create' && !many && ctx.access.of(object.key).create) {
        stubs.push({ read, part, wanted, object, text: missing[0] ?? '' });
      } else {
        const code = column.onMissing === 'empty' ? 'missingRelation' : 'notFound';
        read.problems.push(
          problem(
            read.row,
            column.name,
            missing.join('; '),
            { code },
            column.onMissing !== 'empty',
          ),
        );
      }
    }
  }
  return stubs;
}

const targetOf = ({ field }: Wanted): string =>
  field.kind === 'relation' || field.kind === 'relations' ? field.to : '';

/** `Hộp [BX-0001]`: what an export writes when asked to carry codes. */
const withCode = /^(.*\S)\s*\[([^[\]]+)\]$/;

/** Records by id, number, unique value, address, phone or title: the first of these that a text is found by. */
export async function findByTexts(
  ctx: Ctx,
  object: ModelObject,
  texts: readonly string[],
  style: TextStyle,
  memory: Memory | undefined,
): Promise<Map<string, string[]>> {
  const distinct = [...new Set(texts)];
  const found = new Map<string, string[]>();
  for (const { key, field } of keyFields(object)) {
    if (ctx.access.of(object.key).hidden.has(key)) continue;
    const open = distinct.filter((text) => !found.has(text));
    const readings = open.flatMap((text) => {
      const code = key === object.title ? undefined : withCode.exec(text)?.[2];
      const parsed = valueKind(field).fromText(code ?? text, field, style);
      return parsed.ok ? [{ text, keys: keyTexts(field, parsed.value) }] : [];
    });
    const records = await findRecords(ctx, object, field, [
      ...new Set(readings.flatMap(({ keys }) => keys)),
    ]);
    for (const { text, keys } of readings) {
      const ids = keys.flatMap((each) => {
        const imagined = memory?.find(memoryKey(object, key, each));
        return [
          ...(records.get(each) ?? []).map(({ id }) => id),
          ...(imagined === undefined ? [] : [imagined]),
        ];
      });
      if (ids.length > 0) found.set(text, [...new Set(ids)]);
    }
  }
  return found;
}
