import { plusDays } from '#shared/locale/date.ts';
import { useRef, useState } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { NamedDay, Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { daysApart, monthOf } from '../days.ts';
import { isOn, lastDay, withDays, type Entry } from '../entries.ts';
import { colourOf, isLine, titleOfItem, toneOf } from '../kind-looks.ts';
import { sayDay, sayWeekday } from '../say-day.ts';
import { usePull, type Point } from '../use-pull.ts';
import { clockOf, instantAt } from '../wall.ts';
import classes from './month.module.css';

interface Props {
  days: readonly string[];
  month: string;
  today: string;
  named: readonly NamedDay[];
  entries: readonly Entry[];
  onDay(day: string): void;
  onDraw(slot: Slot, box: DOMRect): void;
  onMove(entry: Entry, slot: Slot): void;
  onOpen(entry: Entry, box: DOMRect): void;
}

const mostShown = 4;
const morning = 9 * 60;

/** Weeks under each other; an activity is taken to another day, and keeps its time. */
export function MonthGrid({
  days,
  month,
  today,
  named,
  entries,
  onDay,
  onDraw,
  onMove,
  onOpen,
}: Props) {
  const t = useWords(calendarWords);
  const label = useLabel();
  const { language, timeZone } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<string>();
  const { press, hasPulled, handlers } = usePull<{ entry: Entry; day: string }>({
    frame,
    onPull: (_, at) => setOver(dayAt(at)),
    onDrop({ entry, day }, at, how) {
      setOver(undefined);
      const to = how === 'pulled' ? dayAt(at) : undefined;
      if (to !== undefined && to !== day)
        onMove(entry, movedBy(entry, daysApart(day, to), timeZone));
    },
    onCancel: () => setOver(undefined),
  });

  return (
    <div className={classes.month} ref={frame} {...handlers}>
      <div className={classes.head} aria-hidden>
        {days.slice(0, 7).map((day) => (
          <span key={day}>{sayWeekday(day, language)}</span>
        ))}
      </div>
      <div className={classes.cells}>
        {days.map((day) => {
          const name = named.find(({ date }) => date === day);
          const on = entries.filter((entry) => isOn(entry, day));
          const room = mostShown - (name?.names.length ?? 0);
          const shown = on.length > room ? on.slice(0, Math.max(1, room - 1)) : on;
          return (
            <div
              key={day}
              role="group"
              aria-label={sayDay(day, language)}
              className={classes.cell}
              data-day={day}
              data-out={monthOf(day) !== monthOf(month) || undefined}
              data-today={day === today || undefined}
              data-off={name?.off === true || undefined}
              data-over={over === day || undefined}
              onPointerUp={({ target, currentTarget }) => {
                if (target !== currentTarget) return;
                const startsAt = instantAt(day, morning, timeZone);
                const endsAt = instantAt(day, morning + 60, timeZone);
                onDraw({ startsAt, endsAt }, currentTarget.getBoundingClientRect());
              }}
            >
              <div className={classes.date}>
                <button type="button" onClick={() => onDay(day)}>
                  <span className="unseen">{sayDay(day, language)}</span>
                  <span aria-hidden>{Number(day.slice(8))}</span>
                </button>
                {name?.lunar && (
                  <span title={t('lunarDate')}>
                    {t(name.lunar.day === 1 ? 'lunar' : 'lunarShort', {
                      day: name.lunar.day,
                      month: name.lunar.month,
                    })}
                  </span>
                )}
              </div>
              {name?.names.map((each) => (
                <span key={each.label.vi} className={classes.name}>
                  {label(each.label)}
                </span>
              ))}
              {shown.map((entry) =>
                entry.item ? (
                  <button
                    key={entry.key}
                    type="button"
                    className={classes.event}
                    data-colour={colourOf(entry.item.kind)}
                    data-line={isLine(entry.item) || undefined}
                    data-whole={entry.wholeDay || undefined}
                    data-status={entry.item.status ?? undefined}
                    onPointerDown={(event) => entry.item?.mayChange && press(event, { entry, day })}
                    onClick={({ currentTarget, detail }) => {
                      // With keys it is no end of a pull.
                      if (detail === 0 || !hasPulled())
                        onOpen(entry, currentTarget.getBoundingClientRect());
                    }}
                  >
                    {isLine(entry.item) && <StatusGlyph tone={toneOf(entry.item.status)} />}
                    {!entry.wholeDay && (
                      <span className={classes.time}>{clockOf(entry.start.minutes)}</span>
                    )}
                    <b>{titleOfItem(entry.item)}</b>
                  </button>
                ) : (
                  <span key={entry.key} className={classes.busy}>
                    {clockOf(entry.start.minutes)} {t('busy')}
                  </span>
                ),
              )}
              {shown.length < on.length && (
                <button type="button" className={classes.more} onClick={() => onDay(day)}>
                  {t('more', { count: on.length - shown.length })}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const dayAt = ({ x, y }: Point): string | undefined =>
  document
    .elementsFromPoint(x, y)
    .map((each) => each.closest('[data-day]')?.getAttribute('data-day'))
    .find((day) => day !== undefined && day !== null) ?? undefined;

/** The same times, days later or earlier. */
const movedBy = (entry: Entry, by: number, timeZone: string): Slot =>
  withDays(
    entry,
    { first: plusDays(entry.start.day, by), last: plusDays(lastDay(entry), by) },
    timeZone,
  );
