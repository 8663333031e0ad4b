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
        `${t('created')} ${figure(run.created)} · ${t('updated')} ${figure(run.updated)} · ${t('unchanged')} ${figure(run.unchanged + run.skipped)} · ${t('rejected')} ${figure(run.rejected)}`,
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
