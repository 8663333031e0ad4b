import { useCallback } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { settingsWords } from './settings.words.ts';

/** One sentence about what went wrong, for what has no field to stand at. */
export function useProblemText(): (error: unknown) => string {
  const t = useWords(settingsWords);
  return useCallback(
    (error) => {
      if (isProblem(error, 'offline')) return t('offline');
      if (!isProblem(error)) return t('failed');
      return error.errors.find(({ message }) => message)?.message ?? (error.message || t('failed'));
    },
    [t],
  );
}

/** Says in a toast that something did not work, and why. */
export function useTell(): (error: unknown) => void {
  const textOf = useProblemText();
  return useCallback((error) => notify({ tone: 'bad', text: textOf(error) }), [textOf]);
}

/** Whether what was sent has a value at this path that another one has already. */
export const isTaken = (error: unknown, path: string): boolean =>
  isProblem(error) && error.errors.some((each) => each.path === path && each.code === 'notUnique');

/** What is wrong with the value at this path of what was sent, if the error says so. */
export const fieldError = (error: unknown, path: string): string | undefined =>
  isProblem(error) ? error.errors.find((each) => each.path === path)?.message : undefined;
