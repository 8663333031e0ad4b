import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openPalette } from './palette/palette-state.ts';
import type { Sheet } from './phone-sheet.tsx';
import classes from './phone-bar.module.css';
import { dailyOf, groupsOf, iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';

const PhoneSheet = lazy(async () => ({ default: (await import('./phone-sheet.tsx')).PhoneSheet }));

const glyph = { size: 20, stroke: 1.5, 'aria-hidden': true } as const;

/** Navigation where the thumb is: the day and the first list, creation in the middle, the calendar, everything else. */
export function PhoneBar() {
  const t = useWords(shellWords);
  const label = useLabel();
  const model = useModel();
  const { ours, own } = groupsOf(model);
  const [today, ...daily] = dailyOf(model);
  const { pathname } = useLocation();
  // A sheet belongs to the page it was opened on: going elsewhere closes it.
  const [opened, setOpened] = useState<{ sheet: Sheet | null; on: string }>();
  const sheet = opened?.on === pathname ? opened.sheet : null;
  const setSheet = (next: Sheet | null) => setOpened({ sheet: next, on: pathname });
  const objects = [...ours, ...own];
  return (
    <>
      <nav className={classes.bar} aria-label={t('navigation')}>
        {today && <DailyPlace place={today} />}
        {objects.slice(0, today ? 1 : 2).map((object) => {
          const Glyph = iconOf(object);
          return (
            <Link
              key={object.key}
              to="/$objects"
              params={{ objects: object.path }}
              activeOptions={{ includeSearch: false }}
              className={classes.place ?? ''}
            >
              <Glyph {...glyph} />
              <span className={classes.name}>{label(object.pluralLabel)}</span>
            </Link>
          );
        })}
        {objects.some(({ rights }) => rights.create) && (
          <button
            type="button"
            className={classes.place}
            aria-label={t('create')}
            onClick={() => setSheet('create')}
          >
            <span className={classes.add}>
              <IconPlus size={24} stroke={1.5} aria-hidden />
            </span>
          </button>
        )}
        {daily.map((place) => (
          <DailyPlace key={place.to} place={place} />
        ))}
        {!today && (
          <button type="button" className={classes.place} onClick={openPalette}>
            <IconSearch {...glyph} />
            <span className={classes.name}>{t('find')}</span>
          </button>
        )}
        <button type="button" className={classes.place} onClick={() => setSheet('more')}>
          <IconDots {...glyph} />
          <span className={classes.name}>{t('more')}</span>
        </button>
      </nav>
      {/* Loaded with the first one; stays then, so that it can slide away. */}
      {opened && (
        <Suspense fallback={null}>
          <PhoneSheet sheet={sheet} onClose={() => setSheet(null)} />
        </Suspense>
      )}
    </>
  );
}

function DailyPlace({ place }: { place: ReturnType<typeof dailyOf>[number] }) {
  const t = useWords(shellWords);
  const { to, word, icon: Glyph } = place;
  return (
    <Link to={to} activeOptions={{ includeSearch: false }} className={classes.place ?? ''}>
      <Glyph {...glyph} />
      <span className={classes.name}>{t(word)}</span>
    </Link>
  );
}
