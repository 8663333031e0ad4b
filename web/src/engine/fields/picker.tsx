import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import { keepEnter } from './choices.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import type { inputProps } from './input-props.ts';

export interface Choice extends Reference {
  /** Tells two of one name apart. */
  second?: string;
  picture?: string | null;
}

interface Props {
  input: Partial<ReturnType<typeof inputProps>>;
  value: Reference | null;
  onChange(value: Reference | null): void;
  /** Names the question, so that its answers are kept. */
  source: readonly unknown[];
  find(q: string, signal: AbortSignal): Promise<Choice[]>;
  icon?(choice: Choice): ReactNode;
  /** Makes what was typed and does not exist yet; gives what was made, or nothing. */
  create?: ((name: string) => Promise<Reference | null>) | undefined;
  clearable?: boolean;
  /** Open at once: somebody pressed a value to choose another one. */
  isInline?: boolean;
}

const creating = 'create';

/** One of many, found as one types, without accents. */
export function Picker(props: Props) {
  const {
    input,
    value,
    onChange,
    source,
    find,
    icon,
    create,
    clearable = true,
    isInline = false,
  } = props;
  const t = useWords(fieldWords);
  const [typed, setTyped] = useState<string | null>(null);
  // Among which arrows moved: the box itself tells what those marked, and nothing else.
  const [moved, setMoved] = useState<readonly Choice[]>();
  const list = useId();
  const [q] = useDebouncedValue(typed ?? '', 120);
  const combobox = useCombobox({
    defaultOpened: input.autoFocus === true && isInline,
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped(null);
    },
  });
  const { data: choices = [], isFetching } = useQuery({
    queryKey: ['picker', ...source, q],
    queryFn: ({ signal }) => find(q, signal),
    enabled: combobox.dropdownOpened,
    staleTime: 15_000,
    placeholderData: (before) => before,
  });
  const isSearching = typed !== null && typed !== '';
  // Whoever takes away the name takes away what it names.
  const isEmptied = typed === '' && clearable && value !== null;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    // What fits best is one Enter away.
    if (isSearching) selectFirstOption();
  }, [choices, isSearching, selectFirstOption]);
  const choose = async (id: string) => {
    combobox.closeDropdown();
    if (id === creating) {
      const made = await create?.((typed ?? '').trim());
      if (made) onChange(made);
      combobox.focusTarget();
      return;
    }
    const choice = choices.find((each) => each.id === id);
    if (choice) onChange({ id: choice.id, title: choice.title });
  };
  const canCreate = create !== undefined && (typed ?? '').trim() !== '';
  const first = choices[0]?.id ?? (canCreate ? creating : undefined);
  return (
    <Combobox store={combobox} position="bottom-start" onOptionSubmit={(id) => void choose(id)}>
      <Combobox.Target
        withExpandedAttribute
        {...(isSearching &&
          moved !== choices &&
          first !== undefined && { 'aria-activedescendant': `${list}-${first}` })}
      >
        <InputBase
          {...input}
          value={typed ?? value?.title ?? (value ? t('unseen') : '')}
          placeholder={t('search')}
          leftSection={value && typed === null ? icon?.(value) : undefined}
          rightSection={
            clearable && value ? (
              <Combobox.ClearButton onClear={() => onChange(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setMoved(undefined);
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            keepEnter(event);
            if (/^Arrow(Up|Down)$/.test(event.key)) setMoved(choices);
            if (event.key !== 'Enter' || !isEmptied) return;
            event.preventDefault();
            combobox.closeDropdown();
            onChange(null);
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown();
            if (isEmptied) onChange(null);
          }}
        />
      </Combobox.Target>
      {/* A narrow box is no reason to cut names, or what tells two of one name apart. */}
      <Combobox.Dropdown miw={320}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {choices.map((choice) => (
            <Combobox.Option
              key={choice.id}
              id={`${list}-${choice.id}`}
              value={choice.id}
              active={choice.id === value?.id}
            >
              <span className={classes.choice}>
                {icon?.(choice)}
                <span className={classes.cut}>{choice.title}</span>
                {choice.second !== undefined && (
                  <span className={classes.second}>{choice.second}</span>
                )}
              </span>
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option id={`${list}-${creating}`} value={creating}>
              {t('createNamed', { name: (typed ?? '').trim() })}
            </Combobox.Option>
          )}
          {choices.length === 0 && !canCreate && !isFetching && (
            <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
