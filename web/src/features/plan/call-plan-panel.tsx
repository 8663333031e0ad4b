import { ActionIcon, Skeleton } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { dateInZone } from '#shared/locale/date-time.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { useNow } from '#web/engine/record/use-now.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './calls/calls.module.css';
import { PlanLine } from './calls/plan-line.tsx';
import { PlanTotals } from './calls/plan-totals.tsx';
import { sayDay } from './finish/say-time.ts';
import { lowerFirst } from './calls/lower-first.ts';
import { callPlanQuery } from './plan.queries.ts';
import { planWords } from './plan.words.ts';

interface Props {
  /** `YYYY-MM-DD`; today when absent. */
  day?: string;
  /** Somebody else, as far as one may see their calls. */
  member?: string;
  /** Without them, the calls of the day stand beside the panel already. */
  calls?: boolean;
}

/** The calls of a day: figures, whom and why, who else it is time for, and what the law asks. */
export function CallPlanPanel({ day, member, calls = true }: Props) {
  const t = useWords(planWords);
  const { language, timeZone } = useLanguage();
  const today = dateInZone(useNow(), timeZone);
  const mayAdd = useObject({ key: 'activity' })?.rights.create ?? false;
  const shown = day ?? today;
  const { data: plan, error } = useQuery(callPlanQuery(shown, member));
  const next = plan?.lines.find(({ state }) => state === 'planned');
  const title =
    shown === today ? t('callPlan') : t('callPlanOf', { day: lowerFirst(sayDay(shown, language)) });
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.heading}>{title}</h2>
        {mayAdd && (
          <ActionIcon
            aria-label={t('addCall')}
            title={t('addCall')}
            onClick={() => openForm({ object: 'activity', values: { kind: 'call' } })}
          >
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </header>
      {plan ? (
        <>
          <PlanTotals plan={plan} />
          {calls && (
            <ul className={classes.lines}>
              {plan.lines.map((line) => (
                <PlanLine
                  key={line.key}
                  line={line}
                  day={plan.day}
                  isNext={line === next && shown === today}
                />
              ))}
            </ul>
          )}
          {calls && plan.lines.length === 0 && <p className={classes.none}>{t('noCalls')}</p>}
          {shown >= today && (
            <>
              <h3 className={classes.subheading}>{t('suggestions')}</h3>
              {plan.suggestions.length === 0 ? (
                <p className={classes.none}>{t('noSuggestions')}</p>
              ) : (
                <ul className={classes.lines}>
                  {plan.suggestions.map((line) => (
                    <PlanLine key={line.key} line={line} day={plan.day} />
                  ))}
                </ul>
              )}
            </>
          )}
          <p className={classes.law}>
            <IconShieldCheck size={14} stroke={1.7} aria-hidden />
            <span>
              {t('law')} {plan.held > 0 && t('held', { count: plan.held })}
            </span>
          </p>
        </>
      ) : error ? (
        <Note tone="bad">{error.message || t('failed')}</Note>
      ) : (
        <div className={classes.waiting}>
          {[48, 56, 56, 56].map((height, at) => (
            <Skeleton key={at} height={height} />
          ))}
        </div>
      )}
    </section>
  );
}
