import type { ReactNode } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { inSentence } from '#web/engine/list/in-sentence.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Import, ImportPlan, RowCounts } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import classes from './check-sums.module.css';

interface Props {
  made: Import;
  plan: ImportPlan;
  counts: RowCounts;
  object: ScreenObject;
}

/** What the rows would become, in figures. */
export function CheckSums({ made, plan, counts, object }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const model = useModel();
  const matched = plan.match
    .map((key) => inSentence(label(object.field.get(key)?.label ?? key)))
    .join(', ');
  const same = counts.unchanged + counts.skipped;
  const related = Object.entries(counts.related)
    .filter(([, { created, updated }]) => created + updated > 0)
    .map(([key, { created, updated }]) =>
      t('relatedPart', {
        objects: label(model.byKey.get(key)?.pluralLabel ?? key),
        created: figure(created),
        updated: figure(updated),
      }),
    );
  return (
    <div className={classes.sums}>
      <Sum
        name={t('created')}
        value={figure(counts.created)}
        hint={t('createdHint', { objects: inSentence(label(object.pluralLabel)) })}
      />
      <Sum
        name={t('updated')}
        value={figure(counts.updated)}
        hint={matched ? t('updatedHint', { fields: matched }) : t('updatedNone')}
      />
      {same > 0 ? (
        <Sum name={t('unchanged')} value={figure(same)} hint={t('unchangedHint')} />
      ) : (
        <Sum name={t('likely')} value={figure(counts.duplicates)} hint={t('likelyHint')} />
      )}
      <Sum
        name={t('rejected')}
        value={figure(counts.rejected)}
        hint={t(counts.rejected > 0 ? 'rejectedHint' : 'rejectedNone')}
        isBad={counts.rejected > 0}
      />
      <div className={classes.sum}>
        <span className={classes.name}>{t('nothingYet')}</span>
        <p className={classes.hint}>
          {t('fileLine', {
            name: made.fileName,
            count: figure(made.total ?? 0),
            numbers: plan.style.numbers === 'vi' ? '1.234,5' : '1,234.5',
            dates: t(plan.style.dates),
          })}
          {related.length > 0 && ` ${t('relatedLine', { parts: related.join('; ') })}`}
        </p>
      </div>
    </div>
  );
}

interface SumProps {
  name: string;
  value: ReactNode;
  hint: string;
  isBad?: boolean;
}

function Sum({ name, value, hint, isBad = false }: SumProps) {
  return (
    <div className={classes.sum}>
      <span className={classes.name}>{name}</span>
      <b className={classes.value} data-bad={isBad}>
        {value}
      </b>
      <span className={classes.hint}>{hint}</span>
    </div>
  );
}
