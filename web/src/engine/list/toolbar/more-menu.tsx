import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { startExport } from '../../transfer/start-export.tsx';
import type { ListState } from '../list-params.ts';
import { toolbarWords } from './toolbar.words.ts';

interface Props {
  object: ScreenObject;
  state: ListState;
}

/** Files in and out, for those who may. */
export function MoreMenu({ object, state }: Props) {
  const t = useWords(toolbarWords);
  const navigate = useNavigate();
  const { rights, key } = object;
  if (!rights.import && !rights.export) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={32} aria-label={t('more')} title={t('more')}>
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {rights.import && (
          <Menu.Item
            leftSection={<IconUpload size={16} stroke={1.7} />}
            onClick={() => void navigate({ to: '/imports/new', search: { object: key } })}
          >
            {t('import')}
          </Menu.Item>
        )}
        {rights.export && (
          <Menu.Item
            leftSection={<IconDownload size={16} stroke={1.7} />}
            onClick={() =>
              startExport(object, {
                ...state,
                columns: state.columns ?? object.list,
              })
            }
          >
            {t('export')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
