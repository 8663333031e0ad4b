import { AppError } from '#shared/errors.ts';
import { reasonOf } from '../data-folder.ts';
import { toAppError } from '../http/errors.ts';
import { problemOf } from '../http/problem.ts';

/** A failure in one line, for a person; never a stack. */
export function explain(error: unknown): string {
  if (!(error instanceof AppError) && !isOfDatabase(error)) return oneLine(reasonOf(error));
  const { title, detail, errors } = problemOf(toAppError(error), 'en');
  const values = errors.map(({ path, message }) => `${optionOf(path)}: ${message}`);
  return oneLine(values.length > 0 ? values.join(' ') : `${title}: ${detail}`);
}

const isOfDatabase = (error: unknown): boolean => toAppError(error).code !== 'internal';

/** `adminEmail` is called `--admin-email` here. */
const optionOf = (path: string): string =>
  `--${path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
