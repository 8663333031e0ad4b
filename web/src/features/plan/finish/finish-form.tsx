import { Button, NumberInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { formatTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import type { RecordData } from '#web/api/records.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { isContact } from '../activity.ts';
import classes from './finish.module.css';
import { finishWords } from './finish.words.ts';
import { isPast } from './finish-input.ts';
import { NextStep } from './next-step.tsx';
import { ResultChoice } from './result-choice.tsx';
import { useFinish } from './use-finish.ts';
import { useFinishDraft } from './use-finish-draft.ts';
import { useNextTimes } from './use-next-times.ts';

interface Props {
  object: ScreenObject;
  activity: RecordData;
  onDone(activity?: RecordData): void;
  onLater(): void;
}

/** What came of it, what is worth remembering, how long it took, what comes next: one press to save. */
export function FinishForm({ object, activity, onDone, onLater }: Props) {
  const t = useWords(finishWords);
  const { timeZone } = useLanguage();
  const mentions = useMentionable();
  const [now] = useState(() => new Date());
  const { input: typed, change, drop } = useFinishDraft(activity, now);
  const { times, planned, complete, settle } = useNextTimes(activity, now);
  const input = complete(typed);
  const [wrong, setWrong] = useState<'chooseNext' | 'chooseWhy'>();
  const finish = useFinish(activity, (done) => {
    drop();
    onDone(done.activity);
  });
  const result = object.field.get('result');
  const kind = asText(activity['kind']);
  const lacksNext =
    isProblem(finish.error) && finish.error.errors.some(({ path }) => path === 'noNextStep');
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    const found =
      input.next === 'plan' && input.nextAt === null
        ? 'chooseNext'
        : input.next === 'none' && input.whyNone === null
          ? 'chooseWhy'
          : undefined;
    setWrong(found);
    if (found === undefined && !finish.isPending) finish.mutate(settle(input));
  };
  return (
    <form
      className={classes.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
      }}
    >
      <div className={classes.body}>
        {result && isContact(activity) && (
          <ResultChoice
            field={result}
            kind={kind}
            value={input.result}
            onChange={(next) => change({ result: next })}
          />
        )}
        <div className={classes.part}>
          <span id="finish-summary-label" className={classes.label}>
            {t('summary')}
          </span>
          <RichTextBox
            compact
            id="finish-summary"
            value={input.summary}
            mentions={mentions}
            onChange={(summary) => change({ summary })}
            onSubmit={save}
          />
        </div>
        <div className={classes.length}>
          <NumberInput
            label={t('minutes')}
            className={classes.minutes ?? ''}
            value={input.minutes ?? ''}
            min={0}
            max={100_000}
            allowDecimal={false}
            inputMode="numeric"
            onChange={(value) => change({ minutes: typeof value === 'number' ? value : null })}
          />
          {isPast(activity, now) && (
            <fieldset className={classes.part}>
              <legend className={classes.label}>{t('done')}</legend>
              <div className={classes.when}>
                {(['slot', 'now'] as const).map((done) => (
                  <label key={done} className={classes.choice}>
                    <input
                      type="radio"
                      name="done"
                      checked={input.done === done}
                      onChange={() => change({ done })}
                    />
                    {done === 'now'
                      ? t('doneNow')
                      : t('doneSlot', {
                          time: formatTime(new Date(asText(activity['startsAt'])), timeZone),
                        })}
                  </label>
                ))}
              </div>
            </fieldset>
          )}
        </div>
        <NextStep
          object={object}
          times={times}
          planned={planned}
          input={input}
          onChange={change}
          error={wrong ? t(wrong) : lacksNext ? t('chooseNext') : undefined}
        />
        {finish.error && !lacksNext && (
          <Note tone="bad">
            {isProblem(finish.error, 'conflict') ? t('already') : finish.error.message}
          </Note>
        )}
      </div>
      <div className={classes.foot}>
        <Button variant="subtle" color="gray" className={classes.later ?? ''} onClick={onLater}>
          {t('later')}
        </Button>
        <Button type="submit" className={classes.save ?? ''} loading={finish.isPending}>
          {t(kind === 'call' ? 'saveCall' : 'save')}
        </Button>
      </div>
      <p className={classes.kept}>{t('keptOffline')}</p>
    </form>
  );
}
