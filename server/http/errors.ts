import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError, invalid, malformed, unavailable, type ErrorCode } from '#shared/errors.ts';
import { fromDatabaseError } from './database-errors.ts';
import { languageOf } from './language.ts';
import { problemContentType, problemOf } from './problem.ts';
import { fromIssues } from './zod-errors.ts';

/** What may mean that somebody asked for more than is theirs: to them, what is out of reach is not there. */
export type Denial = 'forbidden' | 'notFound';

/** Answers any failure, whatever threw it. The one place that does. */
export function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  onDenied?: (request: FastifyRequest, code: Denial) => void,
): FastifyReply {
  const known = toAppError(error);
  if (known.code === 'forbidden' || known.code === 'notFound') onDenied?.(request, known.code);
  if (known.status >= 500) {
    const details = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      err: error,
    };
    if (known.code === 'internal') request.server.log.error(details, 'a request failed');
    else request.server.log.warn(details, 'a request could not be served');
  }
  if (known.retryAfter !== undefined) void reply.header('retry-after', String(known.retryAfter));
  return reply
    .code(known.status)
    .header('content-type', problemContentType)
    .serializer(JSON.stringify)
    .send(problemOf(known, languageOf(request)));
}

/** What a failure means to the one who asked; anything not expected is `internal` and says nothing more. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.core.$ZodError) return invalid(fromIssues(error.issues));
  return (
    fromDatabaseError(error) ?? fromFastify(error) ?? new AppError('internal', { cause: error })
  );
}

const fastifyCodes: Record<string, ErrorCode> = {
  FST_ERR_NOT_FOUND: 'notFound',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_REQ_FILE_TOO_LARGE: 'tooLarge',
  FST_FILES_LIMIT: 'tooLarge',
  FST_PARTS_LIMIT: 'tooLarge',
  FST_FIELDS_LIMIT: 'tooLarge',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupportedMediaType',
};

function fromFastify(error: unknown): AppError | undefined {
  if (!isFastifyError(error)) return undefined;
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT') return unavailable();
  const code = fastifyCodes[error.code];
  if (code !== undefined) return new AppError(code, { cause: error });
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? malformed()
    : undefined;
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error &&
  // JSON.parse's own error is passed on with a status and no code.
  (('code' in error && typeof error.code === 'string') || error instanceof SyntaxError) &&
  'statusCode' in error &&
  typeof error.statusCode === 'number';
