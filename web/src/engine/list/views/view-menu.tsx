import { Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconCopy,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useFavourites } from '../../favourites.ts';
import type { SavedView } from './saved-view.ts';
import { useMoveView } from './use-move-view.ts';
import { useSaveView } from './use-save-view.ts';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

interface Props {
  object: ScreenObject;
  view: SavedView;
  views: readonly SavedView[];
  onEdit(): void;
  onCopy(): void;
  onGone(): void;
}

const icon = { size: 16, stroke: 1.7 };

export function ViewMenu({ object, view, views, onEdit, onCopy, onGone }: Props) {
  const t = useWords(viewWords);
  const label = useLabel();
  const { remove } = useSaveView(object.key);
  const { canMove, move } = useMoveView(object.key, view, views);
  const { has, toggle } = useFavourites();
  const favourite = { object: object.key, view: view.id };
  const isPinned = has(favourite);
  const drop = async () => {
    onGone();
    await remove(view);
  };
  return (
    <Menu withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.menu}
          aria-label={t('menu', { name: label(view.name) })}
        >
          <IconChevronDown size={14} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {view.writable && (
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
            {t('rename')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={onCopy}>
          {t('copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
          onClick={() => toggle(favourite)}
        >
          {t(isPinned ? 'unpin' : 'pin')}
        </Menu.Item>
        {canMove(-1) && (
          <Menu.Item leftSection={<IconArrowLeft {...icon} />} onClick={() => move(-1)}>
            {t('left')}
          </Menu.Item>
        )}
        {canMove(1) && (
          <Menu.Item leftSection={<IconArrowRight {...icon} />} onClick={() => move(1)}>
            {t('right')}
          </Menu.Item>
        )}
        {view.writable && (
          <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => void drop()}>
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
