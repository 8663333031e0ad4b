import { Button, Select } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { DayBox } from '#web/engine/fields/day-box.tsx';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { asReference, asReferences, asText } from '#web/engine/fields/read-value.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useMe } from '#web/engine/model.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { wallOf } from '../wall.ts';
import { FreeTimes } from './free-times.tsx';
import { InTheWay } from './in-the-way.tsx';
import { repeats, ruleOf, type Repeat } from './repeat-rules.ts';
import { usePlan } from './use-plan.ts';
import classes from './plan.module.css';

interface Props {
  object: ScreenObject;
  slot: Slot;
  /** Whose column it was drawn in. */
  owner: { id: string; title: string } | undefined;
  onSlot(slot: Slot): void;
  onClose(): void;
}

const shown = ['subject', 'kind', 'startsAt', 'endsAt', 'account', 'people'] as const;
/** Two stand beside each other. */
const halves: ReadonlySet<string> = new Set(['startsAt', 'endsAt']);

/** The few things that make a plan; everything else is in the whole form. */
export function PlanForm({ object, slot, owner, onSlot, onClose }: Props) {
  const t = useWords(calendarWords);
  const me = useMe();
  const { timeZone } = useLanguage();
  const [typed, setTyped] = useState<Record<string, unknown>>({
    kind: slot.allDay === true ? 'task' : 'meeting',
    ...(owner && { owner }),
  });
  const [repeat, setRepeat] = useState<Repeat>('none');
  const [until, setUntil] = useState('');
  const [isFinding, setFinding] = useState(false);
  const plan = usePlan(object, onClose);
  const values: Record<string, unknown> = { ...typed, ...slot };
  const errors = isProblem(plan.error) ? plan.error.errors : [];
  const errorAt = (key: string) =>
    errors.find(({ path }) => path.replace(/^values\./, '') === key)?.message;
  const people = [
    asReference(typed['owner'])?.id ?? me.id,
    ...asReferences(typed['people']).map(({ id }) => id),
  ];
  const set = (key: string, value: unknown) => {
    if (key === 'startsAt' || key === 'endsAt') onSlot(withTime(slot, key, asText(value)));
    else setTyped((before) => ({ ...before, [key]: value }));
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const rule = ruleOf(repeat, wallOf(slot.startsAt, timeZone).day, until);
        plan.mutate({ values, rule });
      }}
    >
      {shown.map((key) => {
        const field = object.field.get(key);
        return field?.writable ? (
          <div key={key} className={halves.has(key) ? classes.half : classes.whole}>
            <FieldEdit
              field={field}
              value={values[key]}
              onChange={(value) => set(key, value)}
              error={errorAt(key)}
              autoFocus={key === 'subject'}
            />
          </div>
        ) : null;
      })}
      <div className={repeat === 'none' ? classes.whole : classes.half}>
        <Select
          label={t('repeat')}
          value={repeat}
          data={repeats.map((each) => ({ value: each, label: t(`repeat_${each}`) }))}
          onChange={(value) => setRepeat(repeats.find((each) => each === value) ?? 'none')}
          allowDeselect={false}
          error={errorAt('rule')}
          comboboxProps={{ withinPortal: false }}
        />
      </div>
      {repeat !== 'none' && (
        <div className={classes.half}>
          <DayBox label={t('repeatUntil')} isLabelShown value={until} onChange={setUntil} />
        </div>
      )}
      <div className={`${classes.whole} ${classes.find}`}>
        {slot.allDay !== true && <InTheWay slot={slot} people={people} />}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCalendarSearch size={14} stroke={1.7} />}
          aria-expanded={isFinding}
          onClick={() => setFinding(!isFinding)}
        >
          {t('findFree')}
        </Button>
        {isFinding && <FreeTimes slot={slot} people={people} onPick={onSlot} />}
      </div>
      <div className={classes.whole}>
        <DialogFoot onCancel={onClose}>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              openForm({ object: object.key, values });
            }}
          >
            {t('details')}
          </Button>
          <Button type="submit" loading={plan.isPending}>
            {t('save')}
          </Button>
        </DialogFoot>
      </div>
    </form>
  );
}

/** Another beginning takes the end along. */
function withTime(slot: Slot, key: 'startsAt' | 'endsAt', value: string): Slot {
  if (value === '' || Number.isNaN(Date.parse(value))) return slot;
  if (key === 'endsAt') return { ...slot, endsAt: value };
  const lengthMs = Date.parse(slot.endsAt) - Date.parse(slot.startsAt);
  return { ...slot, startsAt: value, endsAt: new Date(Date.parse(value) + lengthMs).toISOString() };
}
