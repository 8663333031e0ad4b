import { Radio } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { useReasons } from '#web/engine/duplicates/reason-words.ts';
import { RecordPicker } from '#web/engine/fields/record-picker.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';
import { anew, another, none, type Choice, type LeadMatch } from './target.ts';

interface Props {
  object: ScreenObject;
  /** The words of a new one; none where it cannot be made. */
  make: string | undefined;
  matches: readonly LeadMatch[];
  value: Choice;
  onChange(choice: Choice): void;
}

const most = 4;

/** Who the lead is already, somebody else one knows, somebody new, or nobody. */
export function TargetChoice({ object, make, matches, value, onChange }: Props) {
  const t = useWords(leadWords);
  const label = useLabel();
  const reasons = useReasons(object);
  return (
    <Radio.Group
      label={label(object.label)}
      value={value.radio}
      onChange={(radio) => onChange({ ...value, radio })}
      classNames={{ root: classes.group ?? '', label: classes.heading ?? '' }}
    >
      <div className={classes.choices}>
        {matches.slice(0, most).map((match) => (
          <Radio
            key={match.id}
            value={match.id}
            label={match.title ?? t('unseen')}
            description={[reasons(match.reasons), match.account?.title].filter(Boolean).join(' · ')}
          />
        ))}
        {make !== undefined && <Radio value={anew} label={make} />}
        <Radio value={another} label={t('another')} />
        {value.radio === another && (
          <RecordPicker
            objectKey={object.key}
            input={{ 'aria-label': t('another'), autoFocus: true }}
            value={value.other}
            onChange={(other) => onChange({ radio: another, other })}
          />
        )}
        <Radio value={none} label={t('none')} />
      </div>
    </Radio.Group>
  );
}
