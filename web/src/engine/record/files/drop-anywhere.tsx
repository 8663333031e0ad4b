import { IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { useSentFiles } from './files-context.tsx';
import { filesWords } from './files.words.ts';
import { fromClipboard, hasFiles } from './transferred.ts';
import classes from './files.module.css';

/** Files dropped or pasted anywhere on the page are attached to the record. */
export function DropAnywhere({ onFiles }: { onFiles(): void }) {
  const t = useWords(filesWords);
  const { timeZone } = useLanguage();
  const { title } = useOnPage();
  const { add } = useSentFiles();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const take = (files: File[]) => {
      if (files.length === 0) return;
      add(files);
      onFiles();
    };
    const enter = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const moment = formatDateTime(new Date(), timeZone).replaceAll('/', '-').replace(':', '.');
      const files = fromClipboard(event, t('pasted', { moment }));
      if (files.length > 0) event.preventDefault();
      take(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [add, onFiles, t, timeZone]);
  if (!isOver) return null;
  return (
    <div className={classes.dropping} aria-hidden>
      <IconUpload size={20} stroke={1.5} />
      {t('drop', { title })}
    </div>
  );
}
