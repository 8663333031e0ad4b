import { Input, Select, TextInput } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { dateInZone, formatTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { choicesOf } from '#web/engine/fields/choices.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { asText } from '#web/engine/fields/read-value.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import classes from './finish.module.css';
import { finishWords } from './finish.words.ts';
import type { FinishInput } from './finish-input.ts';
import type { NextTime } from './next-times.ts';
import { sayDay, useSayTime } from './say-time.ts';

interface Props {
  object: ScreenObject;
  times: readonly NextTime[];
  /** When something is planned with them already. */
  planned: string | null;
  input: FinishInput;
  onChange(changed: Partial<FinishInput>): void;
  error: string | undefined;
}

/** What comes next with the same people, and when; or why nothing does. */
export function NextStep({ object, times, planned, input, onChange, error }: Props) {
  const t = useWords(finishWords);
  const label = useLabel();
  const sayTime = useSayTime();
  const isOther = input.next === 'plan' && !times.some(({ startsAt }) => startsAt === input.nextAt);
  const startField = object.field.get('startsAt');
  const kindField = object.field.get('kind');
  const whyField = object.field.get('noNextStep');
  const part = useRef<HTMLFieldSetElement>(null);
  const isAsked = input.next === 'none' || error !== undefined;
  // What is asked now stands below the edge of a phone.
  useEffect(() => {
    if (isAsked) part.current?.scrollIntoView({ block: 'nearest' });
  }, [isAsked, error]);
  return (
    <fieldset ref={part} className={classes.part}>
      <legend className={classes.label}>{t('next')}</legend>
      {planned !== null && <p className={classes.hint}>{t('known', { when: sayTime(planned) })}</p>}
      <div className={classes.nexts}>
        {times.map((time) => (
          <TimeChoice
            key={time.startsAt}
            time={time}
            checked={input.next === 'plan' && input.nextAt === time.startsAt}
            onChoose={() => onChange({ next: 'plan', nextAt: time.startsAt })}
          />
        ))}
        <label className={`${classes.choice} ${classes.other}`}>
          <input
            type="radio"
            name="next"
            aria-label={t('otherTime')}
            checked={isOther}
            onChange={() => onChange({ next: 'plan', nextAt: null })}
          />
          <IconCalendarEvent size={20} stroke={1.5} aria-hidden />
          <span className={classes.otherWord}>{t('otherTime')}</span>
        </label>
        <label className={`${classes.choice} ${classes.none}`}>
          <input
            type="radio"
            name="next"
            checked={input.next === 'none'}
            onChange={() => onChange({ next: 'none' })}
          />
          <span>{t('none')}</span>
        </label>
      </div>
      {isOther && startField && (
        <FieldEdit
          field={startField}
          label={t('nextTime')}
          value={input.nextAt}
          onChange={(value) => onChange({ nextAt: asText(value) || null })}
        />
      )}
      {input.next === 'plan' && (
        <div className={classes.pair}>
          {kindField?.kind === 'select' && (
            <Select
              label={t('nextKind')}
              data={choicesOf(kindField, [input.nextKind], label).filter(
                ({ value }) => value !== 'note',
              )}
              value={input.nextKind}
              onChange={(value) => value !== null && onChange({ nextKind: value })}
              allowDeselect={false}
            />
          )}
          <TextInput
            label={t('nextSubject')}
            value={input.nextSubject}
            maxLength={255}
            onChange={({ currentTarget }) => onChange({ nextSubject: currentTarget.value })}
          />
        </div>
      )}
      {input.next === 'none' && whyField && (
        <FieldEdit
          field={whyField}
          label={t('why')}
          value={input.whyNone}
          onChange={(value) => onChange({ whyNone: asText(value) || null })}
        />
      )}
      {error !== undefined && <Input.Error role="alert">{error}</Input.Error>}
    </fieldset>
  );
}

interface ChoiceProps {
  time: NextTime;
  checked: boolean;
  onChoose(): void;
}

/** `Mai, 14:30`, and beneath it why then. */
function TimeChoice({ time, checked, onChoose }: ChoiceProps) {
  const t = useWords(finishWords);
  const { language, timeZone } = useLanguage();
  const sayTime = useSayTime();
  const at = new Date(time.startsAt);
  const said = sayTime(time.startsAt);
  const day = sayDay(dateInZone(at, timeZone), language);
  const isNear = !said.startsWith(day);
  const clock = formatTime(at, timeZone);
  const under = time.why === 'answers' ? t('answers') : isNear ? day : clock;
  return (
    <label className={`${classes.choice} ${classes.time}`}>
      <input type="radio" name="next" checked={checked} onChange={onChoose} />
      <span>{isNear || time.why === 'answers' ? said : day}</span>
      <span className={classes.under}>{under}</span>
    </label>
  );
}
