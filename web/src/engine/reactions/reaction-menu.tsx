import { ActionIcon, Popover } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { reactionKinds, type ReactionKind, type Reactions } from '#shared/reactions.ts';
import { useWords } from '#web/words/language.tsx';
import { pictures } from './pictures.ts';
import classes from './reactions.module.css';
import { reactionsWords } from './reactions.words.ts';

interface Props {
  shown: readonly Reactions[];
  onReact(kind: ReactionKind): void;
}

/** The few that there are, to choose from. */
export function ReactionMenu({ shown, onReact }: Props) {
  const t = useWords(reactionsWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="top-start">
      <Popover.Target>
        <ActionIcon
          size={28}
          aria-label={t('react')}
          title={t('react')}
          onClick={() => setOpen(!isOpen)}
        >
          <IconMoodPlus size={16} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <div className={classes.choice} role="group" aria-label={t('react')}>
          {reactionKinds.map((kind) => {
            const Picture = pictures[kind];
            return (
              <button
                key={kind}
                type="button"
                className={classes.one}
                aria-label={t(kind)}
                title={t(kind)}
                aria-pressed={shown.some((each) => each.kind === kind && each.mine)}
                onClick={() => {
                  onReact(kind);
                  setOpen(false);
                }}
              >
                <Picture size={20} stroke={1.5} aria-hidden />
              </button>
            );
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
