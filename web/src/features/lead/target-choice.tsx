import { Radio } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';
import type { Choice, LeadMatch } from './target.ts';

interface Props {
  title: string;
  make: string;
  matches: readonly LeadMatch[];
  value: Choice;
  onChange(choice: Choice): void;
}

export function TargetChoice({ title, make, matches, value, onChange }: Props) {
  const t = useWords(leadWords);
  return (
    <Radio.Group label={title} value={value} onChange={onChange} className={classes.group ?? ''}>
      <div className={classes.choices}>
        {matches.map((match) => (
          <Radio
            key={match.id}
            value={match.id}
            label={match.title}
            description={[match.account?.title, t('likely', { score: match.score })]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
        <Radio value="new" label={make} />
        <Radio value="none" label={t('none')} />
      </div>
    </Radio.Group>
  );
}
