import { ActionIcon, Menu } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { threadWords } from '../thread/thread.words.ts';

interface Props {
  isOnlyThis: boolean;
  onChange(isOnlyThis: boolean): void;
}

/** Whether the thread tells of related records too. */
export function ThreadChoice({ isOnlyThis, onChange }: Props) {
  const t = useWords(threadWords);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('show')} title={t(isOnlyThis ? 'only' : 'all')}>
          {isOnlyThis ? <IconFilterFilled size={16} /> : <IconFilter size={16} stroke={1.7} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('show')}</Menu.Label>
        {[false, true].map((only) => (
          <Menu.Item
            key={String(only)}
            role="menuitemradio"
            aria-checked={isOnlyThis === only}
            onClick={() => onChange(only)}
          >
            {t(only ? 'only' : 'all')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
