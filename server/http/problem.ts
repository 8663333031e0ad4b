import { errorStatus, type AppError, type ErrorCode, type ValueError } from '#shared/errors.ts';
import { errorWords } from '#shared/messages/errors.ts';
import { fill } from '#shared/messages/fill.ts';
import type { Language } from '#shared/messages/language.ts';
import { valueErrorWords } from '#shared/messages/value-errors.ts';

export const problemContentType = 'application/problem+json; charset=utf-8';

/** RFC 9457. No member depends on the request but the words' language, so that equal failures are equal bytes. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  errors: { path: string; code: string; message: string }[];
  [extra: string]: unknown;
}

export function problemOf(error: AppError, language: Language): Problem {
  const words = errorWords[language][error.code];
  return {
    ...error.extra,
    type: problemType(error.code),
    title: words.title,
    status: errorStatus[error.code],
    code: error.code,
    detail: fill(words.detail, error.params),
    errors: error.errors.map((each) => valueProblem(each, language)),
  };
}

export const valueProblem = ({ path, code, params }: ValueError, language: Language) => ({
  path,
  code,
  message: fill(valueErrorWords[language][code], params),
});

/** Address of a page that explains the code, relative to the server. */
export const problemType = (code: ErrorCode): string => `/api/problems/${code}`;
