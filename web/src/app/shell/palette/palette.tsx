import { CloseButton, Modal } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '#web/words/language.tsx';
import { shellWords } from '../shell.words.ts';
import type { Option } from './option.ts';
import { idOf, PaletteOption } from './palette-option.tsx';
import classes from './palette.module.css';
import { PaletteFoot } from './palette-foot.tsx';
import { closePalette, leavePalette, openKeyMap, typedAhead } from './palette-state.ts';
import { useOptions } from './use-options.ts';
import { addressOf } from './use-record-actions.ts';

/** Shorter than the time between two keys of a quick typist would ask for every letter. */
const typingMs = 120;

/** Any record, any command: one box, without accents. */
export function Palette() {
  const t = useWords(shellWords);
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [subject, setSubject] = useState<string>();
  const [asked] = useDebouncedValue(typed.trim(), typingMs);
  const { groups, count, isMore } = useOptions(typed, asked, subject);
  const all = groups.flatMap(({ options }) => options);
  const current = all.find(({ key }) => key === chosen) ?? all[0];

  const point = (option: Option | undefined) => {
    if (!option || option.key === chosen) return;
    setChosen(option.key);
    // What can be done stays of the record one came from.
    if (option.found) setSubject(option.found.id);
  };
  const choose = (option: Option | undefined) => {
    if (!option) return;
    leavePalette();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = current ? all.indexOf(current) : 0;
    const acts = {
      down: () => point(all[(at + 1) % all.length]),
      up: () => point(all[(at - 1 + all.length) % all.length]),
      actions: () => point(groups.find(({ key }) => key === 'actions')?.options[0]),
      record: () =>
        point(all.find(({ found }) => found !== undefined && (subject ?? found.id) === found.id)),
      choose: () => choose(current),
      openInTab: () => {
        if (current?.found) window.open(addressOf(current.found), '_blank', 'noopener');
        else choose(current);
      },
      keys: openKeyMap,
    };
    const press = pressed(event, typed === '');
    const act = press && acts[press];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <Modal.Root
      opened
      onClose={closePalette}
      size={640}
      yOffset={isPhone ? 0 : 112}
      xOffset={isPhone ? 0 : undefined}
      fullScreen={isPhone}
      centered={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('search')} className={classes.content ?? ''}>
        <div className={classes.head}>
          <IconSearch size={18} stroke={1.7} aria-hidden className={classes.icon ?? ''} />
          <input
            className={classes.box}
            role="combobox"
            aria-expanded={all.length > 0}
            aria-controls="palette-rows"
            aria-activedescendant={current && idOf(current.key)}
            aria-label={t('search')}
            placeholder={t('search')}
            data-autofocus
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onFocus={() => {
              const letters = typedAhead();
              if (letters !== '') setTyped(letters);
            }}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setChosen(undefined);
              setSubject(undefined);
            }}
            onKeyDown={onKeyDown}
          />
          <span className={classes.count} role="status">
            {count !== undefined && t(isMore ? 'resultsMore' : 'results', { count })}
          </span>
          {isPhone && (
            <CloseButton size={48} iconSize={20} aria-label={t('close')} onClick={closePalette} />
          )}
        </div>
        <div id="palette-rows" role="listbox" aria-label={t('results0')} className={classes.rows}>
          {groups.map(({ key, title, options }) => (
            <div key={key} role="group" aria-label={title}>
              <p className={classes.heading} aria-hidden>
                {title}
              </p>
              {options.map((option) => (
                <PaletteOption
                  key={option.key}
                  option={option}
                  q={option.found ? asked : ''}
                  isChosen={option === current}
                  onChoose={() => choose(option)}
                  onPoint={() => point(option)}
                />
              ))}
            </div>
          ))}
        </div>
        {all.length === 0 && (
          <p className={classes.none}>
            {asked.length > 1 ? (
              <>
                <b>{t('nothing', { q: asked })}</b>
                {t('nothingText')}
              </>
            ) : (
              t('startTyping')
            )}
          </p>
        )}
        <PaletteFoot />
      </Modal.Content>
    </Modal.Root>
  );
}

function pressed({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, isEmpty: boolean) {
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (key === 'Tab') return shiftKey ? 'record' : 'actions';
  if (key === 'Enter') return ctrlKey || metaKey ? 'openInTab' : 'choose';
  return key === '?' && isEmpty ? 'keys' : null;
}
