import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { idsIn, knownIds, targetOf } from './check-references.ts';
import { pickFields } from './pick-fields.ts';
import { references } from './references.ts';
import type { Change } from './rules.ts';

const lists = pickFields(
  (field) => references[field.kind]?.to === 'record' && references[field.kind]?.many === true,
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
    const all = [...new Set(dropped.flat())];
    if (all.length === 0) continue;
    const seen = await knownIds(ctx, targetOf(field), all, 'read');
    changes.forEach(({ after }, i) => {
      const unseen = (dropped[i] ?? []).filter((id) => !seen.has(id));
      if (unseen.length > 0) after[field.key] = [...idsIn(after[field.key]), ...unseen];
    });
  }
}
