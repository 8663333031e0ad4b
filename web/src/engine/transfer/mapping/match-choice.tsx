import { MultiSelect, Select, Switch } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { OnMatch, PlannedColumn } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import { matchable, type MappingDraft } from './mapping-draft.ts';
import classes from './match-choice.module.css';

interface Props {
  draft: MappingDraft;
  columns: readonly PlannedColumn[];
  object: ScreenObject;
  onChange: (draft: MappingDraft) => void;
}

/** When a row is a record that is there, and what then. */
export function MatchChoice({ draft, columns, object, onChange }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const { keys, chosen } = matchable(draft, columns, object);
  return (
    <section className={classes.match}>
      <h2 className={classes.title}>{t('matchTitle')}</h2>
      <MultiSelect
        label={t('matchBy')}
        data={keys.map((key) => ({
          value: key,
          label: label(object.field.get(key)?.label ?? key),
        }))}
        value={chosen}
        onChange={(match) => onChange({ ...draft, match })}
        placeholder={chosen.length === 0 ? t('matchNone') : ''}
        disabled={keys.length === 0}
      />
      <Select
        label={t('onMatch')}
        data={ways.map(({ value, words }) => ({ value, label: t(words) }))}
        value={draft.onMatch}
        allowDeselect={false}
        disabled={chosen.length === 0}
        onChange={(value) => {
          const way = ways.find((each) => each.value === value);
          if (way) onChange({ ...draft, onMatch: way.value });
        }}
      />
      <Switch
        label={t('emptyClears')}
        checked={draft.emptyClears}
        disabled={chosen.length === 0 || draft.onMatch !== 'update'}
        onChange={(event) => onChange({ ...draft, emptyClears: event.currentTarget.checked })}
      />
    </section>
  );
}

const ways = [
  { value: 'update', words: 'onMatchUpdate' },
  { value: 'skip', words: 'onMatchSkip' },
  { value: 'create', words: 'onMatchCreate' },
] as const satisfies readonly { value: OnMatch; words: string }[];
