import { ActionIcon, Button, Input, Select, TextInput } from '@mantine/core';
import { IconArchive, IconPlus, IconRestore, IconX } from '@tabler/icons-react';
import type { Label } from '#shared/define.ts';
import type { SelectOption } from '#shared/fields/options.ts';
import { toneOf } from '#web/engine/fields/option.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { keyFrom } from '#web/engine/new-names.ts';
import { objectsWords } from './objects.words.ts';
import { Sortable, SortLine } from './sortable.tsx';
import classes from './option-list.module.css';

interface Props {
  options: readonly SelectOption[];
  /** Values that records may have: they stay, and can be archived. */
  saved: readonly string[];
  /** Values of the program itself, which cannot be put away. */
  lasting: readonly string[];
  canAdd: boolean;
  onChange(options: readonly SelectOption[]): void;
  /** Asks before an option that records may have is put away. */
  onArchive?: ((value: string, label: Label, done: () => void) => void) | undefined;
  error: string | undefined;
}

const colors = ['gray', 'slate', 'blue', 'green', 'yellow', 'red', 'violet'] as const;
const icon = { size: 14, stroke: 1.7 };

/** What one may choose from: names in both languages and a colour, in an order; its value follows its name. */
export function OptionList({ options, saved, lasting, canAdd, onChange, onArchive, error }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const set = (at: number, next: SelectOption) => onChange(options.with(at, next));
  const move = (from: number, to: number) => {
    const option = options[from];
    if (option && to >= 0 && to < options.length)
      onChange(options.toSpliced(from, 1).toSpliced(to, 0, option));
  };
  const putAway = (at: number, option: SelectOption) => {
    const turn = () => set(at, { ...option, archived: option.archived !== true });
    if (!saved.includes(option.value)) onChange(options.toSpliced(at, 1));
    else if (option.archived === true || !onArchive) turn();
    else onArchive(option.value, option.label, turn);
  };
  return (
    <Input.Wrapper label={t('options')} error={error} labelElement="div">
      <Sortable onDrop={(from, to) => move(Number(from), Number(to))}>
        <ol className={classes.options}>
          {options.map((option, at) => (
            // Values follow names while these are typed, so the place is what stays.
            <SortLine
              key={at}
              id={String(at)}
              name={label(option.label)}
              onStep={(step) => move(at, at + step)}
              className={`${classes.option} ${option.archived === true ? classes.away : ''}`}
            >
              <OneOption
                option={option}
                isNew={!saved.includes(option.value)}
                tone={toneOf({ options }, option) ?? 'idle'}
                onChange={(next) => set(at, next)}
                onEnter={() => {
                  if (canAdd && at === options.length - 1) onChange([...options, nothing]);
                }}
              />
              {lasting.includes(option.value) ? (
                <span />
              ) : (
                <ActionIcon
                  aria-label={t(
                    option.archived === true
                      ? 'restoreOption'
                      : saved.includes(option.value)
                        ? 'archiveOption'
                        : 'removeOption',
                    { name: label(option.label) },
                  )}
                  onClick={() => putAway(at, option)}
                >
                  {option.archived === true ? (
                    <IconRestore {...icon} />
                  ) : saved.includes(option.value) ? (
                    <IconArchive {...icon} />
                  ) : (
                    <IconX {...icon} />
                  )}
                </ActionIcon>
              )}
            </SortLine>
          ))}
        </ol>
      </Sortable>
      {canAdd && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus {...icon} />}
          onClick={() => onChange([...options, nothing])}
        >
          {t('addOption')}
        </Button>
      )}
    </Input.Wrapper>
  );
}

const nothing: SelectOption = { value: '', label: { vi: '', en: '' } };

interface OneProps {
  option: SelectOption;
  isNew: boolean;
  tone: Parameters<typeof StatusGlyph>[0]['tone'];
  onChange(option: SelectOption): void;
  /** Another one follows. */
  onEnter(): void;
}

function OneOption({ option, isNew, tone, onChange, onEnter }: OneProps) {
  const t = useWords(objectsWords);
  return (
    <>
      <TextInput
        aria-label={t('vietnamese')}
        placeholder={t('vietnamese')}
        value={option.label.vi}
        autoFocus={option.value === ''}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        onChange={(event) => {
          const vi = event.currentTarget.value;
          const isSame = option.label.en === option.label.vi;
          onChange({
            ...option,
            label: { vi, en: isSame ? vi : option.label.en },
            ...(isNew && { value: keyFrom(vi) }),
          });
        }}
      />
      <TextInput
        aria-label={t('english')}
        placeholder={t('english')}
        value={option.label.en}
        onChange={(event) =>
          onChange({ ...option, label: { ...option.label, en: event.currentTarget.value } })
        }
      />
      <Select
        aria-label={t('color')}
        placeholder={t('color')}
        data={colors.map((value) => ({ value, label: t(value) }))}
        value={option.color ?? null}
        clearable
        leftSection={<StatusGlyph tone={tone} />}
        onChange={(color) => {
          const { color: _before, ...rest } = option;
          onChange(color === null ? rest : { ...rest, color });
        }}
      />
    </>
  );
}
