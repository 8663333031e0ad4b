import { IconFolder, IconPaperclip } from '@tabler/icons-react';
import { FileIcon } from '#web/engine/record/files/file-icon.tsx';
import type { Entry } from './entry.ts';
import classes from './documents.module.css';

/** What it is, at a glance. */
export const EntryIcon = ({ entry: { kind, file } }: { entry: Entry }) => (
  <span className={classes.icon} data-kind={kind}>
    {kind === 'folder' ? (
      <IconFolder size={20} stroke={1.5} aria-hidden />
    ) : file ? (
      <FileIcon type={file.type} />
    ) : (
      <IconPaperclip size={20} stroke={1.5} aria-hidden />
    )}
  </span>
);
