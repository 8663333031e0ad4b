import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { malformed, AppError } from '#shared/errors.ts';

/** Deeper JSON has no use here and would exhaust the stack of what reads it. */
const deepest = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON as the only body besides uploads: UTF-8 that is whole, of a sane depth, without prototype tricks. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      const problem = problemWith(request);
      if (problem) return done(problem);
      if (request.headers['idempotency-key'] !== undefined)
        request.bodyHash = createHash('sha256').update(body).digest('base64url');
      // Programs often name a type for a body they leave out.
      if (body.length === 0 && request.routeOptions.schema?.body === undefined)
        return done(null, undefined);
      const text = decode(body);
      if (text === undefined || isTooDeep(text)) return done(malformed());
      return parse(request, text, done);
    },
  );
}

function problemWith(request: FastifyRequest): AppError | undefined {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return new AppError('unsupportedMediaType');
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(
    request.headers['content-type'] ?? '',
  )?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset)
    ? undefined
    : new AppError('unsupportedMediaType');
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === backslash) at += 1;
      else if (char === quote) inText = false;
    } else if (char === quote) inText = true;
    else if (char === openBrace || char === openBracket) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (char === closeBrace || char === closeBracket) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
