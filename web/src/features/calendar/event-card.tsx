import { ActionIcon, Button } from '@mantine/core';
import {
  IconBuildingStore,
  IconClock,
  IconMapPin,
  IconRepeat,
  IconTrash,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { openStatuses } from '#shared/activity.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { openFinish } from '../plan/open-finish.ts';
import { activitiesPath, type CalendarItem } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import type { Entry } from './entries.ts';
import { Invitation } from './invitation.tsx';
import { toneOf } from './kind-looks.ts';
import { sayDay } from './say-day.ts';
import { useOptionWord } from './use-option-word.ts';
import { clockOf } from './wall.ts';
import classes from './event-card.module.css';

interface Props {
  entry: Entry;
  item: CalendarItem;
  onEdit(item: CalendarItem): void;
  onRemove(item: CalendarItem): void;
  onClose(): void;
}

const glyph = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** What an activity is about, and what can be done with it. */
export function EventCard({ entry, item, onEdit, onRemove, onClose }: Props) {
  const t = useWords(calendarWords);
  const word = useOptionWord();
  const { account, contacts, lead, owner, people, place, recurrence } = item;
  const them = [...(contacts ?? []), ...(lead ? [lead] : [])].flatMap(({ title }) => title ?? []);
  const us = [...(owner ? [owner] : []), ...(people ?? [])].flatMap(({ title }) => title ?? []);
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <span className={classes.kind}>
          <StatusGlyph tone={toneOf(item.status)} />
          {word('kind', item.kind)} · {word('status', item.status)}
        </span>
        {item.mayChange && (
          <ActionIcon aria-label={t('remove')} onClick={() => onRemove(item)}>
            <IconTrash {...glyph} />
          </ActionIcon>
        )}
        <ActionIcon aria-label={t('close')} className={classes.close ?? ''} onClick={onClose}>
          <IconX {...glyph} />
        </ActionIcon>
      </div>
      <h2 className={classes.title}>
        <Link to="/$objects/$id" params={{ objects: activitiesPath, id: item.id }}>
          {item.subject}
        </Link>
      </h2>
      <Line icon={<IconClock {...glyph} />}>
        <When entry={entry} />
      </Line>
      {place && <Line icon={<IconMapPin {...glyph} />}>{place}</Line>}
      {account && (
        <Line icon={<IconBuildingStore {...glyph} />}>
          <Link to="/$objects/$id" params={{ objects: 'accounts', id: account.id }}>
            {account.title}
          </Link>
        </Line>
      )}
      {(them.length > 0 || us.length > 0) && (
        <Line icon={<IconUsers {...glyph} />}>{[...them, ...us].join(', ')}</Line>
      )}
      {recurrence && <Line icon={<IconRepeat {...glyph} />}>{t('repeats')}</Line>}
      <Invitation item={item} />
      <div className={classes.foot}>
        {item.mayChange && openStatuses.includes(item.status ?? '') && (
          <Button
            data-autofocus
            onClick={() => {
              onClose();
              openFinish({ id: item.id });
            }}
          >
            {t('finish')}
          </Button>
        )}
        {item.mayChange && (
          <Button variant="default" onClick={() => onEdit(item)}>
            {t('edit')}
          </Button>
        )}
        <Button variant="subtle" component={Link} to={`/${activitiesPath}/${item.id}`}>
          {t('open')}
        </Button>
      </div>
    </div>
  );
}

const Line = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <p className={classes.line}>
    {icon}
    <span>{children}</span>
  </p>
);

function When({ entry: { start, end, wholeDay } }: { entry: Entry }) {
  const { language } = useLanguage();
  const first = sayDay(start.day, language);
  const last = sayDay(end.day, language);
  if (wholeDay) return first === last ? first : `${first} – ${last}`;
  const from = `${first}, ${clockOf(start.minutes)}`;
  return first === last
    ? `${from} – ${clockOf(end.minutes)}`
    : `${from} – ${last}, ${clockOf(end.minutes)}`;
}
