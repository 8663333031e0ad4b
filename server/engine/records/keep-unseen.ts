import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { knownIds, targetOf } from './check-references.ts';
import { pickFields } from './pick-fields.ts';
import { idsIn, references, type Reference } from './references.ts';
import type { Change } from './rules.ts';

const pointing: ReadonlySet<Reference['to']> = new Set(['record', 'link']);
const lists = pickFields(
  ({ kind }) => references[kind]?.many === true && pointing.has(references[kind].to),
);

/**
 * Who sends back a list of links as it was shown must not drop those they could not see: what is out of reach or in the
 * trash stays in the list.
 */
export async function keepUnseen(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
): Promise<void> {
  for (const field of lists(object)) {
    const dropped = changes.map(({ before, after }) => {
      const now = new Set(idsIn(after[field.key]));
      return idsIn(before?.[field.key]).filter((id) => !now.has(id));
    });
    const uses = [...new Set(dropped.flat())].map((each) => ({ each, ...targetOf(field, each) }));
    const seen = new Set<string>();
    for (const [target, found] of Map.groupBy(uses, (use) => use.target)) {
      const ids = found.map(({ id }) => id);
      const known = await knownIds(ctx, target, ids, 'read');
      for (const { each, id } of found) if (known.has(id)) seen.add(each);
    }
    if (uses.length === seen.size) continue;
    changes.forEach(({ after }, i) => {
      const unseen = (dropped[i] ?? []).filter((each) => !seen.has(each));
      if (unseen.length > 0) after[field.key] = [...idsIn(after[field.key]), ...unseen];
    });
  }
}
