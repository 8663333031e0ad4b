import { Avatar } from '#web/ui/avatar.tsx';
import { Empty } from '#web/ui/empty.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { NamedDay } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { isOn, type Entry } from '../entries.ts';
import { colourOf, titleOfItem, toneOf } from '../kind-looks.ts';
import { sayDay } from '../say-day.ts';
import { clockOf } from '../wall.ts';
import classes from './agenda.module.css';

interface Props {
  days: readonly string[];
  today: string;
  named: readonly NamedDay[];
  entries: readonly Entry[];
  isShared: boolean;
  onOpen(entry: Entry, box: DOMRect): void;
}

/** Day after day what is on, in words. */
export function Agenda({ days, today, named, entries, isShared, onOpen }: Props) {
  const t = useWords(calendarWords);
  const label = useLabel();
  const { language } = useLanguage();
  const shown = days.filter(
    (day) =>
      day === today ||
      entries.some((entry) => isOn(entry, day)) ||
      named.some(({ date, names }) => date === day && names.length > 0),
  );
  if (entries.length === 0) return <Empty title={t('nothing')} text={t('nothingText')} />;
  return (
    <div className={classes.agenda}>
      {shown.map((day) => {
        const name = named.find(({ date }) => date === day);
        const on = entries
          .filter((entry) => isOn(entry, day))
          .toSorted((a, b) => Number(b.wholeDay) - Number(a.wholeDay));
        return (
          <section key={day} className={classes.day} aria-label={sayDay(day, language)}>
            <h2 className={classes.head} data-today={day === today || undefined}>
              {sayDay(day, language)}
              {name?.lunar && (
                <span>{t('lunar', { day: name.lunar.day, month: name.lunar.month })}</span>
              )}
              {name?.names.map((each) => (
                <span key={each.label.vi} className={classes.name}>
                  {label(each.label)}
                </span>
              ))}
            </h2>
            {on.map((entry) => (
              <Line key={entry.key} entry={entry} day={day} isShared={isShared} onOpen={onOpen} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface LineProps extends Pick<Props, 'isShared' | 'onOpen'> {
  entry: Entry;
  day: string;
}

function Line({ entry, day, isShared, onOpen }: LineProps) {
  const t = useWords(calendarWords);
  const { item, start, end, wholeDay } = entry;
  const from = start.day < day ? 0 : start.minutes;
  const times = wholeDay
    ? t('allDay')
    : `${clockOf(from)} – ${clockOf(end.day > day ? 0 : end.minutes)}`;
  if (!item)
    return (
      <p className={classes.line} data-busy>
        <span className={classes.times}>{times}</span>
        <span />
        {t('busy')}
      </p>
    );
  const title = titleOfItem(item);
  const beside = [item.subject, item.account?.title, item.place]
    // `Gọi điện: Hoa Sen` was made of its kind and the name, which stands there already.
    .filter((each) => each && each !== title && !each.endsWith(`: ${title}`))
    .join(', ');
  return (
    <button
      type="button"
      className={classes.line}
      data-status={item.status ?? undefined}
      onClick={({ currentTarget }) => onOpen(entry, currentTarget.getBoundingClientRect())}
    >
      <span className={classes.times}>{times}</span>
      <span className={classes.mark} data-colour={colourOf(item.kind)} />
      <span className={classes.what}>
        <b>{title}</b>
        {beside !== '' && <span className={classes.beside}>{beside}</span>}
      </span>
      {isShared && item.owner?.title && <Avatar name={item.owner.title} size={24} />}
      <StatusGlyph tone={toneOf(item.status)} />
    </button>
  );
}
