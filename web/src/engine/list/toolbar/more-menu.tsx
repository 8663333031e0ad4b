import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPrinter, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { startExport } from '../../transfer/start-export.tsx';
import type { ListState, Mode } from '../list-params.ts';
import { printWords } from '../print/print.words.ts';
import { modes } from './mode-switch.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  state: ListState;
  onMode(mode: Mode): void;
  onPrint(): void;
}

/** Files in and out, for those who may, and paper; on phones also how the list is shown. */
export function MoreMenu({ object, state, onMode, onPrint }: Props) {
  const t = useWords(toolbarWords);
  const print = useWords(printWords)('print');
  const navigate = useNavigate();
  const { rights, key } = object;
  const hasMore = rights.import || rights.export || state.mode === 'table';
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={hasMore ? '' : (classes.phoneOnly ?? '')}
          size={32}
          aria-label={t('more')}
          title={t('more')}
        >
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.phoneOnly}>
          <Menu.Label>{t('mode')}</Menu.Label>
          {modes.map(([mode, Icon]) => (
            <Menu.Item
              key={mode}
              leftSection={<Icon size={16} stroke={1.7} />}
              aria-current={mode === state.mode}
              onClick={() => onMode(mode)}
            >
              {t(mode)}
            </Menu.Item>
          ))}
        </div>
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
        {state.mode === 'table' && (
          <Menu.Item leftSection={<IconPrinter size={16} stroke={1.7} />} onClick={onPrint}>
            {print}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
