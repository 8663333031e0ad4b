import { readLink } from '#shared/record-link.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findTitles } from './find-titles.ts';
import { pickFields } from './pick-fields.ts';
import { idsIn, references } from './references.ts';
import type { PresentedRecord } from './selection.ts';

const linking = pickFields(({ kind }) => references[kind]?.to === 'link');

/**
 * Gives links to records of any object their titles, which no join can: one query per object for all records shown.
 * A link to what the actor may not see is left out.
 */
export async function nameLinks(
  ctx: Ctx,
  object: ModelObject,
  records: readonly PresentedRecord[],
): Promise<void> {
  const found = linking(object).flatMap(({ key }) =>
    records
      .filter((record) => Array.isArray(record[key]))
      .map((record) => ({ record, key, links: idsIn(record[key]).map(readLink) })),
  );
  if (found.length === 0) return;
  const titles = await findTitles(
    ctx,
    found.flatMap(({ links }) => links),
  );
  for (const { record, key, links } of found)
    record[key] = links
      .filter(({ id }) => titles.has(id))
      .map((link) => ({ ...link, title: titles.get(link.id) }));
}
