import type { KeyboardEvent, PointerEvent } from 'react';
import { Avatar } from '#web/ui/avatar.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { calendarWords } from '../calendar.words.ts';
import { colourOf, isLine, titleOfItem, toneOf } from '../kind-looks.ts';
import { sayDay } from '../say-day.ts';
import { useOptionWord } from '../use-option-word.ts';
import { clockOf } from '../wall.ts';
import { shortest, type Placed } from './lay-out.ts';
import classes from './grid.module.css';

interface Props {
  placed: Placed;
  isShared: boolean;
  isOpen: boolean;
  isHeld: boolean;
  onPress(event: PointerEvent<HTMLElement>, stretches: boolean): void;
  onKeyDown(event: KeyboardEvent): void;
  /** With keys, or by a press. */
  onOpen(box: DOMRect, isKeyed: boolean): void;
}

/** An activity at its time; what one may not know is only a taken time. */
export function EventBlock({
  placed,
  isShared,
  isOpen,
  isHeld,
  onPress,
  onKeyDown,
  onOpen,
}: Props) {
  const t = useWords(calendarWords);
  const { language } = useLanguage();
  const word = useOptionWord();
  const { entry, from, to, lane, lanes } = placed;
  const place = {
    top: from,
    height: Math.max(shortest, to - from) - 2,
    left: `calc(${(100 * lane) / lanes}% + 3px)`,
    width: `calc(${100 / lanes}% - ${lane === lanes - 1 ? 8 : 4}px)`,
  };
  const times = `${clockOf(from)} – ${clockOf(to % 1440)}`;
  const who = isShared ? <Who entry={placed.entry} /> : undefined;
  if (!entry.item)
    return (
      <span className={classes.busy} style={place} title={`${t('busy')}, ${times}`}>
        {who}
        {t('busy')}
      </span>
    );
  const { item } = entry;
  const isShort = to - from < 45;
  const isBlock = !isLine(item) && !isShort;
  return (
    <button
      type="button"
      className={classes.event}
      data-entry={entry.key}
      data-line={isLine(item) || undefined}
      data-short={isShort || undefined}
      data-colour={colourOf(item.kind)}
      data-status={item.status ?? undefined}
      data-open={isOpen || undefined}
      data-held={isHeld || undefined}
      style={place}
      aria-haspopup="dialog"
      onPointerDown={(event) => item.mayChange && onPress(event, false)}
      onKeyDown={(event) => item.mayChange && onKeyDown(event)}
      onClick={({ currentTarget, detail }) =>
        onOpen(currentTarget.getBoundingClientRect(), detail === 0)
      }
    >
      <span className="unseen">{`${titleOfItem(item)}, ${sayDay(entry.start.day, language)}, ${times}, ${word('status', item.status)}`}</span>
      <span className={classes.title} aria-hidden>
        {(isLine(item) || item.status !== 'planned') && <StatusGlyph tone={toneOf(item.status)} />}
        <b style={isBlock ? { WebkitLineClamp: linesIn(place.height) } : undefined}>
          {titleOfItem(item)}
        </b>
        {who}
      </span>
      {isBlock && (
        <span className={classes.times} aria-hidden>
          {item.place ? `${clockOf(from)}, ${item.place}` : times}
        </span>
      )}
      {item.mayChange && entry.end.day === entry.start.day && (
        <span
          className={classes.handle}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            onPress(event, true);
          }}
        />
      )}
    </button>
  );
}

/** How many whole lines of a title fit above its time. */
const linesIn = (height: number): number => Math.max(1, Math.floor((height - 22) / 18));

function Who({ entry }: { entry: Placed['entry'] }) {
  const name = entry.item?.owner?.title;
  return name === undefined || name === null ? null : (
    <span className={classes.who}>
      <Avatar name={name} />
    </span>
  );
}
