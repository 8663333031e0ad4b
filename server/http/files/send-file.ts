import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '#engine/context.ts';
import { storedName } from '#engine/files/file-name.ts';
import { shownTypes, unknownType } from '#engine/files/file-types.ts';
import { noteOpening } from '#engine/files/file-openings.ts';
import { findFile, type FoundFile } from '#engine/files/find-file.ts';
import { asPages } from '#engine/files/office/as-pages.ts';

/** A file is data and never a page of ours: nothing in it runs, whatever it is taken for. */
const contentSecurityPolicy = "sandbox; default-src 'none'";

/**
 * Streams a file to who may see it, whole or in part; shown in the page only when it is a picture or PDF, or an office file
 * that a converter makes one of. That it was opened is noted, unless somebody only looks what another may see.
 */
export async function sendFile(
  ctx: Ctx,
  { headers, preview: lookingAs }: Pick<FastifyRequest, 'headers' | 'preview'>,
  reply: FastifyReply,
  { id, preview, linkId }: { id: string; preview: boolean; linkId?: string },
): Promise<FastifyReply> {
  const file = await findFile(ctx, id);
  // Strangers get what was sent to them: nothing is made for them here.
  const sent = (preview && linkId === undefined && (await pagesOf(ctx, file))) || itself(ctx, file);
  const { name, type, size, etag } = sent;
  const shown = preview && shownTypes.has(type);
  if (!lookingAs) await noteOpening(ctx, file, { way: preview ? 'preview' : 'download', linkId });
  void reply.headers({
    'content-type': contentType(type),
    'content-disposition': contentDisposition(name, { type: shown ? 'inline' : 'attachment' }),
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    // A PDF is shown in a frame of our own page; pages of others frame nothing of ours.
    ...(shown && { 'x-frame-options': 'SAMEORIGIN' }),
    // Asked again each time, so that a right that was taken away counts at once.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  });
  if (headers['if-none-match'] === etag) return reply.code(304).send();
  const range = readRange(headers.range, size);
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${size}`).send();
  const content = await sent.read(range);
  if (!range) return reply.header('content-length', size).send(content);
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
    .header('content-length', range.end - range.start + 1)
    .send(content);
}

interface Sent {
  name: string;
  type: string;
  size: number;
  etag: string;
  read(range?: Range): Promise<Readable>;
}

interface Range {
  start: number;
  end: number;
}

const itself = (ctx: Ctx, { id, name, type, size, sha256 }: FoundFile): Sent => ({
  name,
  type,
  size,
  etag: `"${sha256}"`,
  read: (range) => ctx.files.read(storedName(ctx, id), range),
});

/** What an office file looks like; nothing for others, and where it cannot be made. */
async function pagesOf(ctx: Ctx, file: FoundFile): Promise<Sent | undefined> {
  const pages = await asPages(ctx, file);
  if (pages === null) return undefined;
  return {
    name: `${file.name}.pdf`,
    type: 'application/pdf',
    size: (await stat(pages)).size,
    etag: `"${file.sha256}-pages"`,
    read: async (range) => createReadStream(pages, range),
  };
}

/** Texts are UTF-8 nearly always; a wrong guess only concerns who opens them. */
const contentType = (type: string): string =>
  type.startsWith('text/') ? `${type}; charset=utf-8` : type || unknownType;

/** One range; more of them, or what is no range, gets the whole file. */
function readRange(header: string | undefined, size: number): Range | undefined | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}
