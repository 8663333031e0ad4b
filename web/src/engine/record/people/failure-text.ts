import { isProblem } from '#web/api/problem.ts';

/** Why it did not work, to stand inside a sentence of ours. */
export function failureText(error: unknown, offline: string): string {
  if (!isProblem(error)) return '';
  if (error.code === 'offline') return offline;
  return error.errors[0]?.message ?? error.message;
}
