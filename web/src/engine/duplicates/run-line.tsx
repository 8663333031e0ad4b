import { Progress } from '@mantine/core';
import { formatNumber } from '#shared/locale/number.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { Run } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import classes from './duplicates-page.module.css';

/** How far a scan or a merge of many groups has come. */
export function RunLine({ run }: { run: Run }) {
  const t = useWords(duplicatesWords);
  const { language } = useLanguage();
  const figure = (count: number) => formatNumber(String(count), language);
  const { kind, state, done, total } = run;
  const name = t(
    state === 'waiting'
      ? kind === 'scan'
        ? 'scanWaiting'
        : 'mergeWaiting'
      : kind === 'scan'
        ? 'scanning'
        : 'merging',
  );
  const isKnown = total !== null && total > 0;
  return (
    <div className={classes.run} role="status">
      <span>
        {name}
        {state === 'running' &&
          ` · ${isKnown ? t('ofRecords', { done: figure(done), all: figure(total) }) : t('ofGroups', { done: figure(done) })}`}
      </span>
      <Progress
        value={isKnown ? (done / total) * 100 : 100}
        striped={!isKnown}
        animated={!isKnown}
        aria-label={name}
      />
    </div>
  );
}
