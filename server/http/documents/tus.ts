import type { FastifyReply } from 'fastify';
import { malformed, type ValueError } from '#shared/errors.ts';

/** The resumable upload protocol, https://tus.io/protocols/resumable-upload: core, creation, termination, expiration. */
export const tusVersion = '1.0.0';
export const tusExtensions = 'creation,expiration,termination';

export const partType = 'application/offset+octet-stream';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const wrong = (path: string): Error => malformed([{ path, code: 'badFormat' }]);

/** A number of bytes, from a header. */
export function readBytes(headers: Headers, name: string): number {
  const text = headers[name.toLowerCase()];
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw wrong(name);
  return Number(text);
}

const longestValue = 2000;

/** `name aGVsbG8=,flag`: values in base64 of UTF-8, of the names that are known; any other name is an error. */
export function readMetadata(
  headers: Headers,
  known: readonly string[],
): Readonly<Record<string, string>> {
  const text = headers['upload-metadata'] ?? '';
  if (typeof text !== 'string') throw wrong('Upload-Metadata');
  const found: Record<string, string> = {};
  const errors: ValueError[] = [];
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const [, name = '', encoded = ''] = /^ *([^ ]+)(?: ([\w+/=-]*))? *$/.exec(pair) ?? [];
    if (!known.includes(name)) errors.push({ path: name.slice(0, 60), code: 'unknownField' });
    else if (encoded.length > longestValue) errors.push({ path: name, code: 'tooLong' });
    else found[name] = decode(encoded, name);
  }
  if (errors.length > 0) throw malformed(errors);
  return found;
}

function decode(encoded: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
  } catch {
    throw wrong(name);
  }
}

/** Whether the sender speaks this protocol, or says nothing of it; says which there is when not. */
export function speaksTus(headers: Headers, reply: FastifyReply): boolean {
  void reply.header('tus-resumable', tusVersion);
  const spoken = headers['tus-resumable'];
  if (spoken === undefined || spoken === tusVersion) return true;
  void reply.header('tus-version', tusVersion);
  return false;
}
