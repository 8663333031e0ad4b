import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { invalid, malformed, notFound, type AppError } from '#shared/errors.ts';
import { fromIssues } from './zod-errors.ts';

/** Checks one part of a request with its zod schema; what fails is the answer people get. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const fail = failures[httpPart ?? 'body'] ?? failures['body'] ?? invalid;
  return (input: unknown) => {
    const result = schema.safeParse(input, { reportInput: true });
    return result.success
      ? { value: result.data }
      : { error: fail(fromIssues(result.error.issues)) };
  };
};

const failures: Record<string, (errors: ReturnType<typeof fromIssues>) => AppError> = {
  body: invalid,
  querystring: invalid,
  headers: malformed,
  // An address that names no record by its form is answered like one whose record is not there.
  params: () => notFound(),
};

/** The same for input that is not a part of a request by itself, such as JSON inside a query parameter. */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) throw invalid(fromIssues(result.error.issues));
  return result.data;
}
