import { nfc } from '#shared/locale/text.ts';
import type { Ctx } from '../context.ts';

/** What the bytes are stored under: generated, and told apart by workspace for checks and backups. */
export const storedName = (ctx: Ctx, fileId: string): string => `${ctx.workspace.id}-${fileId}`;

/** The file's id, when the stored name is one of this workspace. */
export function fileIdOf(ctx: Ctx, name: string): string | undefined {
  const prefix = `${ctx.workspace.id}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

const longest = 255;

/**
 * The name a person gave, as it is shown and sent with a download: without folders, control characters, marks that turn
 * the direction of text, and characters that some system's files cannot have. It is never part of a path here.
 */
export function shownName(given: string): string {
  const last = nfc(given).split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'file';
  const characters = [...plain];
  if (characters.length <= longest) return plain;
  const end = extensionOf(plain);
  const kept = end === '' ? [] : [...`.${end}`];
  return [...characters.slice(0, longest - kept.length), ...kept].join('');
}

/** In lower case, without the dot; empty when there is none. */
export const extensionOf = (name: string): string =>
  /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
