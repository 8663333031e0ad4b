import type { FastifyInstance } from 'fastify';
import { errorStatus, notFound, type ErrorCode } from '#shared/errors.ts';
import { errorWords } from '#shared/messages/errors.ts';
import { fill } from '#shared/messages/fill.ts';
import { languageOf } from './language.ts';
import { problemType } from './problem.ts';

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorStatus, text);

/** What `type` of a problem points to: the code in words. */
export function registerProblemRoutes(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>(
    '/api/problems/:code',
    { config: { public: true } },
    (request) => {
      const { code } = request.params;
      if (!isCode(code)) throw notFound();
      const { title, detail } = errorWords[languageOf(request)][code];
      return {
        type: problemType(code),
        status: errorStatus[code],
        code,
        title,
        detail: fill(detail),
      };
    },
  );
}
