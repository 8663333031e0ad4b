import { ActionIcon, Button, Input, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { SelectOption } from '#shared/fields/options.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { toneOf } from '#web/engine/fields/option.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { keyFrom } from './names.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

interface Props {
  options: readonly SelectOption[];
  /** Values that records may have: they stay, and can be archived. */
  saved: readonly string[];
  onChange(options: readonly SelectOption[]): void;
  error: string | undefined;
}

const colors = ['gray', 'blue', 'green', 'yellow', 'red', 'violet'] as const;

/** What one may choose from: names in both languages and a colour; the value for programs follows the name. */
export function OptionList({ options, saved, onChange, error }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const set = (at: number, next: SelectOption) =>
    onChange(options.map((each, i) => (i === at ? next : each)));
  return (
    <Input.Wrapper label={t('options')} error={error}>
      <div className={classes.options}>
        {options.map((option, at) => (
          // Values follow names while these are typed, so the place is what stays.
          <div key={at} className={classes.option}>
            <TextInput
              aria-label={t('optionVi')}
              placeholder={t('optionVi')}
              value={option.label.vi}
              onChange={(event) => {
                const vi = event.currentTarget.value;
                const isNew = !saved.includes(option.value);
                const isSame = option.label.en === option.label.vi;
                set(at, {
                  ...option,
                  label: { vi, en: isSame ? vi : option.label.en },
                  ...(isNew && { value: keyFrom(vi) }),
                });
              }}
            />
            <TextInput
              aria-label={t('optionEn')}
              placeholder={t('optionEn')}
              value={option.label.en}
              onChange={(event) =>
                set(at, { ...option, label: { ...option.label, en: event.currentTarget.value } })
              }
            />
            <Select
              aria-label={t('color')}
              data={colors.map((value) => ({ value, label: t(value) }))}
              value={option.color ?? null}
              clearable
              leftSection={<StatusGlyph tone={toneOf({ options }, option) ?? 'idle'} />}
              onChange={(color) => {
                const { color: _before, ...rest } = option;
                set(at, color === null ? rest : { ...rest, color });
              }}
            />
            <ActionIcon
              aria-label={t(option.archived === true ? 'restoreOption' : 'removeOption', {
                name: label(option.label),
              })}
              aria-pressed={option.archived === true}
              onClick={() =>
                saved.includes(option.value)
                  ? set(at, { ...option, archived: option.archived !== true })
                  : onChange(options.filter((_, i) => i !== at))
              }
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...options, { value: '', label: { vi: '', en: '' } }])}
        >
          {t('addOption')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
