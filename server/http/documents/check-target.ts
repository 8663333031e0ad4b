import { invalid, malformed } from '#shared/errors.ts';
import { readLink } from '#shared/record-link.ts';
import { requireChangeable, requireVisible } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { isId } from '#engine/records/get.ts';

const longestNote = 500;

/** Refuses at once what the file could not become, before anybody sends it; it is looked at again when it is whole. */
export async function checkTarget(
  ctx: Ctx,
  target: Readonly<Record<string, string>>,
): Promise<void> {
  const { document, folder, about, sameName, note } = target;
  for (const [path, id] of Object.entries({ document, folder }))
    if (id !== undefined && !isId(id)) throw malformed([{ path, code: 'badFormat' }]);
  if (sameName !== undefined && sameName !== 'version' && sameName !== 'keep')
    throw invalid([{ path: 'sameName', code: 'notAnOption' }]);
  if (note !== undefined && note.length > longestNote)
    throw invalid([{ path: 'note', code: 'tooLong', params: { max: longestNote } }]);
  if (document !== undefined) await requireChangeable(ctx, 'document', document);
  if (folder !== undefined) await requireChangeable(ctx, 'folder', folder);
  if (about !== undefined) {
    const { object, id } = readLink(about);
    await requireVisible(ctx, object, id);
  }
}
