import type { RefObject } from 'react';
import { useCommands } from '#web/engine/commands/commands.ts';
import { useWords } from '#web/words/language.tsx';
import { planWords } from '../plan.words.ts';

/** Walk with j and k, call with p, tell what came of it with l, move with m; Enter opens. */
export function useLineCommands(page: RefObject<HTMLElement | null>): void {
  const t = useWords(planWords);
  const lines = () => [...(page.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const current = () => lines().find((line) => line.contains(document.activeElement));
  const walk = (step: number) => {
    const all = lines();
    const here = current();
    const at = here ? all.indexOf(here) + step : 0;
    all[Math.min(all.length - 1, Math.max(0, at))]
      ?.querySelector<HTMLElement>('[data-line-link]')
      ?.focus();
  };
  const act = (name: string) =>
    current()?.querySelector<HTMLElement>(`[data-act='${name}']`)?.click();
  const group = t('keyGroup');
  useCommands([
    { id: 'day next', label: t('keyNext'), keys: 'j', group, keysOnly: true, run: () => walk(1) },
    {
      id: 'day back',
      label: t('keyBefore'),
      keys: 'k',
      group,
      keysOnly: true,
      run: () => walk(-1),
    },
    {
      id: 'day call',
      label: t('keyCall'),
      keys: 'p',
      group,
      keysOnly: true,
      run: () => act('call'),
    },
    { id: 'day log', label: t('keyLog'), keys: 'l', group, keysOnly: true, run: () => act('log') },
    {
      id: 'day move',
      label: t('keyMove'),
      keys: 'm',
      group,
      keysOnly: true,
      run: () => act('move'),
    },
  ]);
}
