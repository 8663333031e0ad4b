import { useRef, useState, type PointerEvent } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { NamedDay, Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { monthOf } from '../days.ts';
import { isOn, type Entry } from '../entries.ts';
import { colourOf, isLine, titleOfItem, toneOf } from '../kind-looks.ts';
import { sayDay, sayWeekday } from '../say-day.ts';
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
const slackPx = 4;

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
  const [over, setOver] = useState<string>();
  const held = useRef<{ entry: Entry; x: number; y: number }>(null);
  const wasPulled = useRef(false);

  const dayAt = ({ clientX, clientY }: PointerEvent) =>
    document
      .elementsFromPoint(clientX, clientY)
      .map((each) => each.closest('[data-day]')?.getAttribute('data-day'))
      .find((day) => day !== undefined && day !== null) ?? undefined;
  const pull = (event: PointerEvent) => {
    const hold = held.current;
    if (!hold || Math.hypot(event.clientX - hold.x, event.clientY - hold.y) < slackPx) return;
    wasPulled.current = true;
    setOver(dayAt(event));
  };
  const end = (event: PointerEvent) => {
    const hold = held.current;
    held.current = null;
    setOver(undefined);
    const day = wasPulled.current ? dayAt(event) : undefined;
    if (hold && day !== undefined && day !== hold.entry.start.day)
      onMove(hold.entry, movedTo(hold.entry, day, timeZone));
  };

  return (
    <div className={classes.month} onPointerMove={pull} onPointerUp={end}>
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
                if (target !== currentTarget || held.current) return;
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
                    onPointerDown={(event) => {
                      wasPulled.current = false;
                      if (
                        event.button === 0 &&
                        event.pointerType !== 'touch' &&
                        entry.item?.mayChange
                      )
                        held.current = { entry, x: event.clientX, y: event.clientY };
                    }}
                    onClick={({ currentTarget }) => {
                      if (!wasPulled.current) onOpen(entry, currentTarget.getBoundingClientRect());
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

/** The same time of another day, as long as before. */
function movedTo({ start, startsAt, endsAt }: Entry, day: string, timeZone: string): Slot {
  const moved = instantAt(day, start.minutes, timeZone);
  const lengthMs = Date.parse(endsAt) - Date.parse(startsAt);
  return { startsAt: moved, endsAt: new Date(Date.parse(moved) + lengthMs).toISOString() };
}
