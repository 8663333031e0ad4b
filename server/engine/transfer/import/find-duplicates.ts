import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { sqlKind } from '../../fields/index.ts';
import { nameKey, titleOf } from '../../search/document.ts';
import { keyTexts, type Draft } from './drafts.ts';
import { findByName, findRecords, type Found } from './find-records.ts';

/** Evidence of this weight makes a warning. */
const suspicious = 60;

/** For new records: the record before the import that each is most like, by the rules of its object. */
export async function findDuplicates(
  ctx: Ctx,
  object: ModelObject,
  drafts: readonly Draft[],
  importId: string,
): Promise<Map<Draft, Found>> {
  const scores = drafts.map(() => new Map<string, { found: Found; score: number }>());
  const note = (i: number, found: readonly Found[] | undefined, score: number) => {
    for (const each of new Map(found?.map((one) => [one.id, one])).values()) {
      // Ids rise with time: those after the import's own came with it.
      if (each.id > importId) continue;
      const known = scores[i]?.get(each.id);
      scores[i]?.set(each.id, { found: each, score: (known?.score ?? 0) + score });
    }
  };
  for (const { field: key, match, score } of object.duplicates) {
    const field = object.fields.get(key);
    if (!field || ctx.access.of(object.key).hidden.has(key)) continue;
    if (match === 'exact') {
      if (!field.index && !field.unique && !sqlKind(field).alwaysIndexed) continue;
      const texts = drafts.map(({ given }) => keyTexts(field, given[key]));
      const found = await findRecords(ctx, object, field, [...new Set(texts.flat())]);
      texts.forEach((each, i) =>
        note(
          i,
          each.flatMap((text) => found.get(text) ?? []),
          score,
        ),
      );
    } else if (key === object.title) {
      const keys = drafts.map(({ given }) => nameKey(object, titleOf(object, given)));
      const found = await findByName(ctx, object, keys);
      keys.forEach((each, i) => note(i, found.get(each), score));
    }
  }
  const likest = new Map<Draft, Found>();
  drafts.forEach((draft, i) => {
    const [best] = [...(scores[i]?.values() ?? [])].toSorted((a, b) => b.score - a.score);
    if (best && best.score >= suspicious) likest.set(draft, best.found);
  });
  return likest;
}
