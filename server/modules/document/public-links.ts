import { createHash, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { AppError, forbidden, invalid, notFound } from '#shared/errors.ts';
import { asMember } from '#engine/access/as-member.ts';
import { requireChangeable } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { findFile, type FoundFile } from '#engine/files/find-file.ts';
import { get, idOf, isId } from '#engine/records/index.ts';
import { document } from './document.object.ts';

export interface PublicLink {
  id: string;
  name: string | null;
  hasPassword: boolean;
  expiresAt: string | null;
  createdAt: string;
  createdBy: { id: string; title: string | null };
  /** How often it was opened, and when last. */
  visits: number;
  visitedAt: string | null;
}

export interface NewLink {
  name?: string | undefined;
  expiresAt?: string | undefined;
  /** As it is stored, never as it was typed. */
  passwordHash?: string | undefined;
}

const mostLinks = 20;
/** 256 bits: nobody finds one by trying. */
const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/**
 * Makes an address by which anyone who has it reads the document's newest file, as long as its maker may read it and take it
 * out. What is given away leaves the company: it takes the right to change the document and to export.
 */
export async function makeLink(
  ctx: Ctx,
  recordId: string,
  { name, expiresAt, passwordHash }: NewLink,
): Promise<{ link: PublicLink; secret: string }> {
  const { id } = await requireChangeable(ctx, document.key, recordId);
  if (ctx.actor.kind !== 'member' || !ctx.access.of(document.key).export) throw forbidden();
  if (expiresAt !== undefined && Date.parse(expiresAt) <= ctx.now.getTime())
    throw invalid([{ path: 'expiresAt', code: 'badDate' }]);
  const there = await linksOf(ctx, id);
  if (there.length >= mostLinks)
    throw invalid([{ path: 'name', code: 'tooMany', params: { max: mostLinks } }]);
  const secret = newSecret();
  const linkId = newId();
  await ctx.tables
    .insertInto('public_link')
    .values({
      id: linkId,
      record_id: id,
      secret_hash: hashOf(secret),
      password_hash: passwordHash ?? null,
      name: name ?? null,
      expires_at: expiresAt ?? null,
      created_by: ctx.actor.id,
      created_at: ctx.now.toISOString(),
    })
    .execute();
  const link = (await linksOf(ctx, id)).find((each) => each.id === linkId);
  if (!link) throw notFound();
  return { link, secret };
}

/** Links that still open, for those who may change the document. */
export async function listLinks(ctx: Ctx, recordId: string): Promise<PublicLink[]> {
  const { id } = await requireChangeable(ctx, document.key, recordId);
  return linksOf(ctx, id);
}

export async function endLink(ctx: Ctx, recordId: string, linkId: string): Promise<void> {
  const { id } = await requireChangeable(ctx, document.key, recordId);
  const ended = await ctx.tables
    .updateTable('public_link')
    .set({ ended_at: ctx.now.toISOString() })
    .where('id', '=', linkId)
    .where('record_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  if (ended.length === 0) throw notFound();
}

async function linksOf(ctx: Ctx, recordId: string): Promise<PublicLink[]> {
  const rows = await ctx.tables
    .selectFrom('public_link as l')
    .leftJoin('public_link_visit as v', 'v.link_id', 'l.id')
    .select(['l.id', 'l.name', 'l.password_hash', 'l.expires_at', 'l.created_at', 'l.created_by'])
    .select((eb) => [eb.fn.count<string>('v.id').as('visits'), eb.fn.max('v.at').as('visited')])
    .where('l.record_id', '=', recordId)
    .where('l.ended_at', 'is', null)
    .groupBy('l.id')
    .orderBy('l.created_at', 'desc')
    .execute();
  return rows.map(({ id, name, password_hash, expires_at, created_at, created_by, ...row }) => ({
    id,
    name,
    hasPassword: password_hash !== null,
    expiresAt: expires_at,
    createdAt: created_at,
    createdBy: { id: created_by, title: ctx.directory.members.get(created_by)?.name ?? null },
    visits: Number(row.visits),
    visitedAt: row.visited,
  }));
}

/** What somebody who has a link gets to see. */
export interface Given {
  linkId: string;
  passwordHash: string | null;
  expiresAt: string | null;
  file: FoundFile;
  /** The maker, whose rights count. */
  ctx: Ctx;
}

/**
 * The file behind a link. A secret that never was, a link that ended or expired, a document that is gone and a maker who
 * may not read it any more are the same "not found".
 */
export const findGiven = (
  system: Ctx,
  by: { secret: string } | { visit: string; linkId: string },
) => ('secret' in by ? bySecret(system, by.secret) : byVisit(system, by));

async function bySecret(system: Ctx, secret: string): Promise<Given> {
  const row = await system.tables
    .selectFrom('public_link')
    .selectAll()
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst();
  return given(system, row);
}

/** Minutes after which the link itself is asked for again. */
const visitMinutes = 60;

async function byVisit(
  system: Ctx,
  { visit, linkId }: { visit: string; linkId: string },
): Promise<Given> {
  if (!isId(linkId)) throw notFound();
  const since = new Date(system.now.getTime() - visitMinutes * 60_000).toISOString();
  const row = await system.tables
    .selectFrom('public_link as l')
    .innerJoin('public_link_visit as v', 'v.link_id', 'l.id')
    .selectAll('l')
    .where('l.id', '=', linkId)
    .where('v.secret_hash', '=', hashOf(visit))
    .where('v.at', '>', since)
    .executeTakeFirst();
  return given(system, row);
}

interface Row {
  id: string;
  record_id: string;
  password_hash: string | null;
  expires_at: string | null;
  created_by: string;
  ended_at: string | null;
}

async function given(system: Ctx, row: Row | undefined): Promise<Given> {
  if (!row || row.ended_at !== null) throw notFound();
  if (row.expires_at !== null && Date.parse(row.expires_at) <= system.now.getTime())
    throw notFound();
  try {
    const ctx = asMember(system, row.created_by);
    if (!ctx.access.of(document.key).export) throw notFound();
    const { file } = await get(ctx, document.key, row.record_id);
    return {
      linkId: row.id,
      passwordHash: row.password_hash,
      expiresAt: row.expires_at,
      file: await findFile(ctx, idOf(file) ?? ''),
      ctx,
    };
  } catch (error) {
    if (error instanceof AppError && error.status < 500) throw notFound();
    throw error;
  }
}

/** Lets somebody who opened a link read its file for a while; gives what their browser shows for it. */
export async function beginVisit(system: Ctx, linkId: string): Promise<string> {
  const secret = newSecret();
  await system.tables
    .insertInto('public_link_visit')
    .columns(['id', 'link_id', 'record_id', 'secret_hash', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('public_link')
        .select((row) => [
          row.val(newId()).as('id'),
          'id as link_id',
          'record_id',
          row.val(hashOf(secret)).as('secret_hash'),
          row.val(system.now.toISOString()).as('at'),
        ])
        .where('id', '=', linkId),
    )
    .execute();
  return secret;
}
