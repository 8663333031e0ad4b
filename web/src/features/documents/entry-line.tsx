import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import { startDrag, takeDropped } from './drag-entry.ts';
import type { Entry } from './entry.ts';
import { EntryIcon } from './entry-icon.tsx';
import { EntryMenu } from './entry-menu.tsx';
import classes from './documents.module.css';
import { useMove } from './use-move.ts';

export interface EntryProps {
  entry: Entry;
  isChosen: boolean;
  onOpen(): void;
  onLook(): void;
}

/** Folders take what is dragged onto them; everything can be dragged. */
export function useDragging(entry: Entry) {
  const move = useMove();
  const [isOver, setOver] = useState(false);
  const takes = entry.kind === 'folder';
  return {
    draggable: true,
    'data-over': isOver || undefined,
    onDragStart: (event: React.DragEvent) => startDrag(event, entry),
    onDragOver: (event: React.DragEvent) => {
      if (!takes || !takeDropped.is(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: React.DragEvent) => {
      setOver(false);
      const dropped = takes ? takeDropped(event) : undefined;
      if (dropped) void move(dropped, { id: entry.id, title: entry.name });
    },
  };
}

export function EntryLine({ entry, isChosen, onOpen, onLook }: EntryProps) {
  const t = useWords(documentWords);
  const { language, timeZone } = useLanguage();
  const { name, owner, changedAt, file } = entry;
  const date = changedAt === '' ? '' : formatDateTime(new Date(changedAt), timeZone);
  const size = file ? formatBytes(file.size, language) : '';
  const kind = entry.kind === 'folder' ? t('folder') : t('paper');
  return (
    <li className={classes.line} data-chosen={isChosen || undefined} {...useDragging(entry)}>
      <EntryIcon entry={entry} />
      <span className={classes.named}>
        <button
          type="button"
          data-name
          className={classes.name}
          aria-current={isChosen || undefined}
          onClick={onOpen}
          onDoubleClick={file ? onLook : undefined}
        >
          {name}
        </button>
        <span className={classes.under}>
          {[size || kind, date].filter((text) => text !== '').join(' · ')}
        </span>
      </span>
      <span className={classes.cell}>{owner?.title}</span>
      <span className={classes.cell}>{date}</span>
      <span className={classes.figure}>{size || '–'}</span>
      <EntryMenu entry={entry} onOpen={onOpen} onLook={onLook} />
    </li>
  );
}
