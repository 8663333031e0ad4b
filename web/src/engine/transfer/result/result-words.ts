import type { Import } from '../imports.ts';
import type { transferWords } from '../transfer.words.ts';

interface Speaking {
  t: (key: keyof typeof transferWords.vi, params?: Record<string, string>) => string;
  figure: (count: number) => string;
}

/** How the end of an import is told. */
export function resultWords(
  { state, counts }: Import,
  { t, figure }: Speaking,
): { title: string; text: string[]; tone: 'bad' | 'info' } {
  const { run, undo } = counts;
  const wrote = run ? run.created + run.updated : 0;
  if (state === 'undone')
    return {
      title: t('undoneTitle'),
      text: [
        t('undoneText', {
          removed: figure(undo?.removed ?? 0),
          restored: figure(undo?.restored ?? 0),
        }),
        ...(undo && undo.kept > 0 ? [t('undoneKept', { count: figure(undo.kept) })] : []),
      ],
      tone: 'info',
    };
  const parts = run
    ? [
        [
          [t('created'), run.created] as const,
          [t('updated'), run.updated] as const,
          [t('unchanged'), run.unchanged + run.skipped] as const,
          [t('rejected'), run.rejected] as const,
        ]
          // A figure never stands alone at the beginning of a line.
          .map(([name, count]) => `${name.replaceAll(' ', '\u00a0')}\u00a0${figure(count)}`)
          .join(' · '),
      ]
    : [];
  if (state === 'failed')
    return { title: t('failedTitle'), text: wrote > 0 ? parts : [], tone: 'bad' };
  if (state === 'cancelled')
    return wrote > 0
      ? { title: t('cancelledTitle'), text: [t('cancelledText'), ...parts], tone: 'info' }
      : { title: t('cancelledBefore'), text: [], tone: 'info' };
  return { title: t('doneTitle', { count: figure(wrote) }), text: parts, tone: 'info' };
}
