import { useWords } from '#web/words/language.tsx';
import type { CallPlan } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import classes from './calls.module.css';

/** Four figures of the day, and how often calls were forgotten lately. */
export function PlanTotals({ plan }: { plan: CallPlan }) {
  const t = useWords(planWords);
  const { totals, rate } = plan;
  const figures = [
    ['planned', t('totalPlanned')],
    ['called', t('totalCalled')],
    ['forgotten', t('totalForgotten')],
  ] as const;
  return (
    <>
      <dl className={classes.totals}>
        {figures.map(([key, word]) => (
          <div key={key} data-bad={(key === 'forgotten' && totals.forgotten > 0) || undefined}>
            <dt>{word}</dt>
            <dd>{totals[key]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('totalMinutes')}</dt>
          <dd
            title={t('totalOf', { actual: totals.minutesActual, planned: totals.minutesPlanned })}
          >
            {totals.minutesActual}
            <span className={classes.of}> / {totals.minutesPlanned}</span>
          </dd>
        </div>
      </dl>
      {rate.due > 0 && (
        <p className={classes.rate}>
          {t('rate', { ...rate, percent: Math.round((rate.forgotten / rate.due) * 100) })}
        </p>
      )}
    </>
  );
}
