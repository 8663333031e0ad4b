import { Kbd, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { fold } from '#shared/locale/text.ts';
import { address, get } from '#web/api/request.ts';
import { useAllCommands } from '#web/engine/commands/commands.ts';
import { useModel } from '#web/engine/model.ts';
import { useRecent } from '#web/engine/recent.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './palette.module.css';
import { closePalette } from './palette-state.ts';
import { iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';
import { showKeys } from './show-keys.ts';

interface Hit {
  object: string;
  id: string;
  title: string | null;
}

interface Row {
  key: string;
  label: string;
  /** What it is: the object, or the group of a command. */
  about: string;
  keys?: string | undefined;
  icon?: ReturnType<typeof iconOf>;
  run(): void;
}

const most = 6;

/** Any record, any command: one box, without accents. */
export function Palette() {
  const t = useWords(shellWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { byKey } = useModel();
  const recent = useRecent();
  const commands = useAllCommands();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [q] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery({
    queryKey: ['records', 'search', q],
    queryFn: ({ signal }) => get<{ items: Hit[] }>(address('search', { q, limit: 12 }), signal),
    enabled: q.length > 1,
    staleTime: 10_000,
    placeholderData: (before) => before,
  });

  const wanted = fold(typed);
  const hits: readonly Hit[] = q.length > 1 ? (data?.items ?? []) : recent;
  const records = hits.flatMap((hit): Row[] => {
    const object = byKey.get(hit.object);
    if (!object || hit.title === null) return [];
    return [
      {
        key: hit.id,
        label: hit.title,
        about: label(object.label),
        icon: iconOf(object),
        run: () =>
          void navigate({ to: '/$objects/$id', params: { objects: object.path, id: hit.id } }),
      },
    ];
  });
  const found = commands
    .filter((command) => fold(`${command.label} ${command.group ?? ''}`).includes(wanted))
    .slice(0, wanted === '' ? most : most * 2)
    .map((command): Row => ({ ...command, key: command.id, about: command.group ?? '' }));
  const groups = [
    { title: t(q.length > 1 ? 'records' : 'recent'), rows: records },
    { title: t('commands'), rows: found },
  ].filter(({ rows }) => rows.length > 0);
  const all = groups.flatMap(({ rows }) => rows);
  const current = all[Math.min(at, all.length - 1)];

  const choose = (row: Row | undefined) => {
    if (!row) return;
    closePalette();
    row.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      setAt((before) => (Math.min(before, all.length - 1) + step + all.length) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current);
    }
  };
  return (
    <Modal
      opened
      onClose={closePalette}
      withCloseButton={false}
      padding={0}
      size={640}
      yOffset="12vh"
      centered={false}
      aria-label={t('search')}
    >
      <input
        className={classes.box}
        role="combobox"
        aria-expanded
        aria-controls="palette-rows"
        aria-activedescendant={current && `palette-${current.key}`}
        aria-label={t('search')}
        placeholder={t('search')}
        data-autofocus
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-rows" role="listbox" aria-label={t('search')} className={classes.rows}>
        {groups.map(({ title, rows }) => (
          <div key={title} role="group" aria-label={title}>
            <p className={classes.heading} aria-hidden>
              {title}
            </p>
            {rows.map((row) => {
              const Glyph = row.icon;
              return (
                <div
                  key={row.key}
                  id={`palette-${row.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={row === current}
                  className={classes.row}
                  onClick={() => choose(row)}
                  onKeyDown={onKeyDown}
                >
                  {Glyph && (
                    <Glyph size={16} stroke={1.7} aria-hidden className={classes.icon ?? ''} />
                  )}
                  <span className={classes.label}>{row.label}</span>
                  <span className={classes.about}>{row.about}</span>
                  {row.keys !== undefined && (
                    <Kbd size="xs">{showKeys(row.keys, t('afterThat'))}</Kbd>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {all.length === 0 && (
        <p className={classes.none} role="status">
          {q.length > 1 ? t('nothing', { q }) : t('startTyping')}
        </p>
      )}
      <p className={classes.foot}>{t('keysFoot')}</p>
    </Modal>
  );
}
