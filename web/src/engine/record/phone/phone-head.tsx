import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronUp } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PinStar } from '../head/pin-star.tsx';
import { RecordAvatar } from '../head/record-avatar.tsx';
import { RecordMenu } from '../head/record-menu.tsx';
import { TitleLine } from '../head/title-line.tsx';
import { useNeighbours } from '../head/use-neighbours.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { ReachButtons } from './reach-buttons.tsx';
import classes from './phone.module.css';

/** Way back, neighbours and menu; who it is; how to get to them. */
export function PhoneHead() {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object } = useOnPage();
  const { neighbours, go, back } = useNeighbours();
  const icon = { size: 20, stroke: 1.5 };
  return (
    <div className={classes.head}>
      <div className={classes.bar}>
        <ActionIcon
          size={48}
          aria-label={t('back', { name: label(object.pluralLabel) })}
          onClick={back}
        >
          <IconChevronLeft {...icon} />
        </ActionIcon>
        <span className={classes.space} />
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
        <PinStar size={48} />
        <RecordMenu size={48} />
      </div>
      <div className={classes.who}>
        <RecordAvatar />
        <TitleLine mostTags={0} />
      </div>
      <ReachButtons />
    </div>
  );
}
