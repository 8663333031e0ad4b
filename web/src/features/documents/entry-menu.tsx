import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconDots,
  IconDownload,
  IconEye,
  IconFolderOpen,
  IconFolderSymlink,
  IconPencil,
  IconShare,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { useSave } from '#web/engine/records/save.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import { downloadAddress, type Entry } from './entry.ts';
import { MoveDialog } from './move-dialog.tsx';
import { ShareEntry } from './share-entry.tsx';

interface Props {
  entry: Entry;
  onOpen(): void;
  onLook(): void;
}

const look = { size: 16, stroke: 1.7 };

/** What can be done with a folder or document. */
export function EntryMenu({ entry, onOpen, onLook }: Props) {
  const object = useObject({ key: entry.kind });
  return object ? <Offered entry={entry} object={object} onOpen={onOpen} onLook={onLook} /> : null;
}

function Offered({ entry, object, onOpen, onLook }: Props & { object: ScreenObject }) {
  const t = useWords(documentWords);
  const { remove } = useSave(object);
  const [asked, setAsked] = useState<'move' | 'share' | null>(null);
  const { id, name, file, kind } = entry;
  const { update, delete: removing } = object.rights;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('actions', { name })}>
            <IconDots {...look} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kind === 'folder' && (
            <Menu.Item leftSection={<IconFolderOpen {...look} />} onClick={onOpen}>
              {t('open')}
            </Menu.Item>
          )}
          {file && (
            <Menu.Item leftSection={<IconEye {...look} />} onClick={onLook}>
              {t('look')}
            </Menu.Item>
          )}
          {file && (
            <Menu.Item
              component="a"
              href={downloadAddress(file.id)}
              download={name}
              leftSection={<IconDownload {...look} />}
            >
              {t('download')}
            </Menu.Item>
          )}
          {update !== 'none' && (
            <>
              <Menu.Item leftSection={<IconShare {...look} />} onClick={() => setAsked('share')}>
                {t('share')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPencil {...look} />}
                onClick={() => openForm({ object: kind, recordId: id })}
              >
                {t('rename')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFolderSymlink {...look} />}
                onClick={() => setAsked('move')}
              >
                {t('move')}
              </Menu.Item>
            </>
          )}
          <Menu.Item
            leftSection={<IconArrowsMaximize {...look} />}
            renderRoot={(props) => (
              <Link to="/$objects/$id" params={{ objects: object.path, id }} {...props} />
            )}
          >
            {t('fullPage')}
          </Menu.Item>
          {removing !== 'none' && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash {...look} />}
              onClick={() => void remove([id])}
            >
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'move' && <MoveDialog entry={entry} onClose={() => setAsked(null)} />}
      {asked === 'share' && (
        <ShareEntry entry={entry} object={object} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
