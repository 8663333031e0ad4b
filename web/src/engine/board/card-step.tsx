import { IconCalendarEvent } from '@tabler/icons-react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { asText } from '../fields/read-value.ts';
import { useNow } from '../record/use-now.ts';
import { boardWords } from './board.words.ts';
import classes from './card.module.css';

const dayMs = 86_400_000;

/** How a card ends: with what is next, that it is late, or that there is nothing. */
export function CardStep({ value }: { value: unknown }) {
  const t = useWords(boardWords);
  const { timeZone } = useLanguage();
  const now = useNow();
  const at = new Date(asText(value));
  if (Number.isNaN(at.getTime()))
    return (
      <p className={classes.step}>
        <StatusGlyph tone="plan" />
        {t('noStep')}
      </p>
    );
  if (at < now) {
    const days = Math.floor((now.getTime() - at.getTime()) / dayMs);
    return (
      <p className={`${classes.step} ${classes.late}`}>
        <StatusGlyph tone="bad" />
        {days > 0
          ? t('late', { count: days })
          : t('lateSince', { time: formatDateTime(at, timeZone).slice(-5) })}
      </p>
    );
  }
  return (
    <p className={classes.step}>
      <IconCalendarEvent size={14} stroke={1.7} aria-hidden />
      {t('nextAt', { time: formatDateTime(at, timeZone) })}
    </p>
  );
}
