import { useEffect, useEffectEvent } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { PageDrop } from '#web/ui/page-drop.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { useSentFiles } from './files-context.tsx';
import { filesWords } from './files.words.ts';
import { fromClipboard } from './from-clipboard.ts';

/** Files dropped or pasted anywhere on the page are attached to the record. */
export function DropAnywhere({ onFiles }: { onFiles(): void }) {
  const t = useWords(filesWords);
  const { timeZone } = useLanguage();
  const { title } = useOnPage();
  const { add } = useSentFiles();
  const take = (files: File[]) => {
    if (files.length === 0) return;
    add(files);
    onFiles();
  };
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const moment = formatDateTime(new Date(), timeZone).replaceAll('/', '-').replace(':', '.');
    const files = fromClipboard(event, t('pasted', { moment }));
    if (files.length > 0) event.preventDefault();
    take(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);
  return (
    <PageDrop text={t('drop', { title })} onDropped={(transfer) => take([...transfer.files])} />
  );
}
