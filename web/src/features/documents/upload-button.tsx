import { ActionIcon, Button, FileButton, Menu } from '@mantine/core';
import { IconChevronDown, IconFolderUp, IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';
import { readChosen, type Chosen } from './uploads/read-dropped.ts';

const look = { size: 16, stroke: 1.7, 'aria-hidden': true };

/** Files, or a whole folder of the disk, to the folder that is open. */
export function UploadButton({ onChosen }: { onChosen(chosen: readonly Chosen[]): void }) {
  const t = useWords(documentWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={classes.upload}>
      <FileButton
        multiple
        onChange={(files) => onChosen(files.map((file) => ({ file, folders: [] })))}
      >
        {(button) => (
          <Button {...button} leftSection={<IconUpload {...look} />}>
            {t('upload')}
          </Button>
        )}
      </FileButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={32} className={classes.moreWays ?? ''} aria-label={t('moreUpload')}>
            <IconChevronDown {...look} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFolderUp {...look} />}
            onClick={() => input.current?.click()}
          >
            {t('uploadFolder')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        // React knows no such attribute; browsers have had it for long.
        {...{ webkitdirectory: '' }}
        aria-label={t('uploadFolder')}
        onChange={({ currentTarget }) => {
          onChosen(readChosen([...(currentTarget.files ?? [])]));
          currentTarget.value = '';
        }}
      />
    </span>
  );
}
