import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import { EntryIcon } from './entry-icon.tsx';
import { useDragging, type EntryProps } from './entry-line.tsx';
import { EntryMenu } from './entry-menu.tsx';
import classes from './documents.module.css';

export function EntryTile({ entry, isChosen, onOpen, onLook }: EntryProps) {
  const t = useWords(documentWords);
  const { language } = useLanguage();
  const { name, file, kind } = entry;
  const size = file ? formatBytes(file.size, language) : t(kind === 'folder' ? 'folder' : 'paper');
  return (
    <li className={classes.tile} data-chosen={isChosen || undefined} {...useDragging(entry)}>
      <span className={classes.tileTop}>
        <EntryIcon entry={entry} />
        <EntryMenu entry={entry} onOpen={onOpen} onLook={onLook} />
      </span>
      <button
        type="button"
        data-name
        className={classes.tileName}
        aria-current={isChosen || undefined}
        onClick={onOpen}
        onDoubleClick={file ? onLook : undefined}
      >
        {name}
      </button>
      <span className={classes.meta}>{size}</span>
    </li>
  );
}
