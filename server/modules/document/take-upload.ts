import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { extensionOf } from '#engine/files/file-name.ts';
import type { WholeFile } from '#engine/files/upload/finish-upload.ts';
import type { Target } from '#engine/files/upload/upload.ts';
import { createRecords, list, updateRecords } from '#engine/records/index.ts';

/** What a file that is sent becomes: a version of `document`, or a new document in `folder`, about a record. */
export const uploadTargets = ['document', 'folder', 'about', 'sameName', 'note'] as const;

/**
 * Makes a document of a file that came whole, or a version of one. Where the place is gone or closed by now the document
 * is still made, at the top and the sender's own: what took hours to send is not thrown away.
 */
export async function takeUpload(ctx: Ctx, file: WholeFile, target: Target): Promise<string> {
  const versionOf = target['document'] ?? (await sameNamed(ctx, file, target));
  const recordId =
    (versionOf && (await unlessClosed(() => addVersion(ctx, versionOf, file)))) ??
    (await unlessClosed(() => makeDocument(ctx, file, target))) ??
    (await makeDocument(ctx, file, {}));
  const note = target['note'];
  if (note) await ctx.tables.updateTable('file').set({ note }).where('id', '=', file.id).execute();
  return recordId;
}

const closed: readonly string[] = ['notFound', 'forbidden', 'invalid'];

async function unlessClosed(work: () => Promise<string>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && closed.includes(error.code)) return undefined;
    throw error;
  }
}

async function addVersion(ctx: Ctx, id: string, file: WholeFile): Promise<string> {
  await updateRecords(ctx, 'document', [{ id, values: { file: file.id } }]);
  return id;
}

async function makeDocument(ctx: Ctx, file: WholeFile, target: Target): Promise<string> {
  const { folder, about } = target;
  const [object, id] = about?.split(':') ?? [];
  const name = await freeName(ctx, file.name, folder);
  const values = {
    name,
    file: file.id,
    ...(folder !== undefined && { folder }),
    ...(id && { about: [{ object, id }] }),
  };
  const [made] = await createRecords(ctx, 'document', [values]);
  return made?.id ?? '';
}

const inPlace = (folder: string | undefined) =>
  folder === undefined
    ? [
        { field: 'folder', op: 'isEmpty' },
        { field: 'owner', op: 'eq', value: { me: true } },
      ]
    : [{ field: 'folder', op: 'eq', value: folder }];

/** The document of this name in the folder, when the sender wants a version of it. */
async function sameNamed(ctx: Ctx, file: WholeFile, target: Target): Promise<string | undefined> {
  if (target['sameName'] !== 'version') return undefined;
  const where = {
    and: [{ field: 'name', op: 'eq', value: file.name }, ...inPlace(target['folder'])],
  };
  const { items } = await list(ctx, 'document', { where, sort: 'createdAt', limit: 1 });
  return items[0]?.id;
}

/** Names tried before two documents are called the same. */
const mostTried = 200;

/** `Báo giá (2).docx` beside a `Báo giá.docx`: two of one name in a folder are taken for one by people. */
async function freeName(ctx: Ctx, name: string, folder: string | undefined): Promise<string> {
  await ctx.db.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${ctx.workspace.schema}.document.${folder ?? (ctx.actor.kind === 'member' ? ctx.actor.id : '')}`,
  ]);
  const end = extensionOf(name);
  const stem = end === '' ? name : name.slice(0, -end.length - 1);
  const where = {
    and: [{ field: 'name', op: 'startsWith', value: stem }, ...inPlace(folder)],
  };
  const { items } = await list(ctx, 'document', { where, limit: mostTried, fields: ['name'] });
  const taken = new Set(items.map((item) => String(item['name']).toLowerCase()));
  const numbered = (n: number) => (end === '' ? `${stem} (${n})` : `${stem} (${n}).${end}`);
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()) && n <= mostTried; n += 1) free = numbered(n);
  return free;
}
