import { Select, Switch } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import type { ImportOptions, ImportPlan } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import type { MappingDraft } from './mapping-draft.ts';
import classes from './match-choice.module.css';

interface Props {
  plan: ImportPlan;
  draft: MappingDraft;
  headerRow: boolean | undefined;
  disabled: boolean;
  onChange: (draft: MappingDraft) => void;
  /** The file has to be read again at once: it will have other columns. */
  onRead: (options: ImportOptions) => void;
}

/** Names as programs that write such files show them. */
const encodings = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1258', label: 'Windows-1258' },
  { value: 'windows-1252', label: 'Windows-1252' },
];

/** How the file was understood, to be corrected where it was misunderstood. */
export function ReadingChoice({ plan, draft, headerRow, disabled, onChange, onRead }: Props) {
  const t = useWords(transferWords);
  const dates = [
    { value: 'dmy', label: t('dmy') },
    { value: 'mdy', label: t('mdy') },
    { value: 'ymd', label: t('ymd') },
  ] as const;
  const numbers = [
    { value: 'vi', label: t('numbersVi') },
    { value: 'en', label: t('numbersEn') },
  ] as const;
  const common = { allowDeselect: false, disabled };
  return (
    <section className={classes.match}>
      <h2 className={classes.title}>{t('readingTitle')}</h2>
      <Select
        label={t('dates')}
        data={dates}
        value={draft.dates ?? plan.style.dates}
        onChange={(value) =>
          onChange({ ...draft, dates: dates.find((each) => each.value === value)?.value })
        }
        {...common}
      />
      <Select
        label={t('numbers')}
        data={numbers}
        value={draft.numbers ?? plan.style.numbers}
        onChange={(value) =>
          onChange({ ...draft, numbers: numbers.find((each) => each.value === value)?.value })
        }
        {...common}
      />
      {plan.sheets && (
        <Select
          label={t('sheet')}
          data={plan.sheets}
          value={plan.sheet ?? null}
          onChange={(sheet) => sheet !== null && onRead({ sheet })}
          {...common}
        />
      )}
      {plan.encoding !== undefined && (
        <Select
          label={t('encoding')}
          data={encodings}
          value={plan.encoding}
          onChange={(encoding) => encoding !== null && onRead({ encoding })}
          {...common}
        />
      )}
      {plan.delimiter !== undefined && (
        <Select
          label={t('delimiter')}
          data={[
            { value: ';', label: t('semicolon') },
            { value: ',', label: t('comma') },
            { value: '\t', label: t('tab') },
            { value: '|', label: t('pipe') },
          ]}
          value={plan.delimiter}
          onChange={(delimiter) => delimiter !== null && onRead({ delimiter })}
          {...common}
        />
      )}
      <Switch
        label={t('headerRow')}
        checked={headerRow ?? true}
        disabled={disabled}
        onChange={(event) => onRead({ headerRow: event.currentTarget.checked })}
      />
    </section>
  );
}
