import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import danger from '../danger.module.css';
import { MergeTag } from './merge-tag.tsx';
import { RemoveTag } from './remove-tag.tsx';
import { RenameTag, type TagDialogProps } from './rename-tag.tsx';
import { tagsWords } from './tags.words.ts';

export function TagMenu(props: Omit<TagDialogProps, 'onClose'>) {
  const t = useWords(tagsWords);
  const [doing, setDoing] = useState<'rename' | 'merge' | 'remove' | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="md" aria-label={t('more', { name: props.tag.name })}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} stroke={1.7} />}
            onClick={() => setDoing('rename')}
          >
            {t('rename')}
          </Menu.Item>
          {props.tags.length > 1 && (
            <Menu.Item
              leftSection={<IconArrowMerge size={16} stroke={1.7} />}
              onClick={() => setDoing('merge')}
            >
              {t('merge')}
            </Menu.Item>
          )}
          <Menu.Item
            className={danger.danger ?? ''}
            leftSection={<IconTrash size={16} stroke={1.7} />}
            onClick={() => setDoing('remove')}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doing === 'rename' && <RenameTag {...props} onClose={close} />}
      {doing === 'merge' && <MergeTag {...props} onClose={close} />}
      {doing === 'remove' && <RemoveTag {...props} onClose={close} />}
    </>
  );
}
