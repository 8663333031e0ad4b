import { useWords } from '#web/words/language.tsx';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage } from '#web/words/language.tsx';
import { downloadAddress } from './attachments.ts';
import { FileIcon } from './file-icon.tsx';
import { filesWords } from './files.words.ts';
import { useAttachments } from './use-attachments.ts';
import classes from './files.module.css';

const most = 3;

/** The newest files, at the side of the page. */
export function NewestFiles({ onAll }: { onAll(): void }) {
  const t = useWords(filesWords);
  const { language } = useLanguage();
  const { items } = useAttachments();
  if (items.length === 0) return null;
  return (
    <section className={classes.newest} aria-label={t('files')}>
      <h2 className={classes.heading}>
        <button type="button" className={classes.all} onClick={onAll}>
          {t('files')} <span className={classes.meta}>{items.length}</span>
        </button>
      </h2>
      {items.slice(0, most).map((file) => (
        <a key={file.id} className={classes.short} href={downloadAddress(file)} download>
          <FileIcon type={file.type} />
          <span className={classes.uploadName}>{file.name}</span>
          <span className={classes.meta}>{formatBytes(file.size, language)}</span>
        </a>
      ))}
    </section>
  );
}
