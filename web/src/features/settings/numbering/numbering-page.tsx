import { useQuery } from '@tanstack/react-query';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { settingsWords } from '../settings.words.ts';
import { useProblemText } from '../use-tell.ts';
import { NumberRow } from './number-row.tsx';
import { numberingQuery } from './numbering-query.ts';
import { numberingWords } from './numbering.words.ts';
import classes from './numbering-page.module.css';

/** How the numbers look that the program gives. */
export function NumberingPage() {
  const t = useWords(numberingWords);
  const s = useWords(settingsWords);
  const textOf = useProblemText();
  const { data, error } = useQuery(numberingQuery);
  if (!data && !error) return <PageSkeleton rows={3} />;
  return (
    <>
      <PageHead title={s('numbering')} text={t('about')} />
      {!data && (
        <div className={classes.note}>
          <Note tone="bad">{textOf(error)}</Note>
        </div>
      )}
      {data?.length === 0 && <Empty title={t('noneTitle')} text={t('noneText')} />}
      {data?.map((numbering) => (
        <NumberRow key={`${numbering.object}.${numbering.field}`} numbering={numbering} />
      ))}
    </>
  );
}
