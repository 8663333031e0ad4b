import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useAllCommands } from '../../commands/commands.ts';
import { PinStar } from '../head/pin-star.tsx';
import { RecordMenu } from '../head/record-menu.tsx';
import { useNeighbours } from '../head/use-neighbours.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import classes from './phone.module.css';

const icon = { size: 20, stroke: 1.5 };

/** Way back, neighbours, search and menu, in place of the bar of the program; the name once its heading is out of sight. */
export function PhoneBar({ isNamed }: { isNamed: boolean }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object, title } = useOnPage();
  const { neighbours, go, back } = useNeighbours();
  const search = useAllCommands().find(({ id }) => id === 'search');
  return (
    <div className={classes.bar} data-own-bar>
      <ActionIcon
        size={48}
        aria-label={t('back', { name: label(object.pluralLabel) })}
        onClick={back}
      >
        <IconChevronLeft {...icon} />
      </ActionIcon>
      <span className={classes.name} aria-hidden>
        {isNamed && title}
      </span>
      {neighbours && neighbours.total.value > 1 && (
        <>
          <ActionIcon
            className={classes.walk ?? ''}
            size={48}
            aria-label={t('previousShort')}
            disabled={neighbours.previous === undefined}
            onClick={() => go(neighbours.previous)}
          >
            <IconChevronUp {...icon} />
          </ActionIcon>
          <ActionIcon
            className={classes.walk ?? ''}
            size={48}
            aria-label={t('nextShort')}
            disabled={neighbours.next === undefined}
            onClick={() => go(neighbours.next)}
          >
            <IconChevronDown {...icon} />
          </ActionIcon>
        </>
      )}
      {search && (
        <ActionIcon size={48} aria-label={search.label} onClick={search.run}>
          <IconSearch {...icon} />
        </ActionIcon>
      )}
      {/* The name needs the room. */}
      {!isNamed && <PinStar size={48} />}
      <RecordMenu size={48} />
    </div>
  );
}
