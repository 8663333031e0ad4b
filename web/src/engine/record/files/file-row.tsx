import { ActionIcon } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { downloadAddress, previewAddress, previewOf, type Attachment } from './attachments.ts';
import { FileIcon } from './file-icon.tsx';
import { filesWords } from './files.words.ts';
import classes from './files.module.css';

interface Props {
  file: Attachment;
  onOpen(): void;
  /** Nothing when this person may not change the record. */
  onRemove?: (() => void) | undefined;
}

/** A file: a small picture of it, name and size, and what can be done with it. */
export function FileRow({ file, onOpen, onRemove }: Props) {
  const t = useWords(filesWords);
  const { language, timeZone } = useLanguage();
  const { name } = file;
  const preview = previewOf(file);
  const date = formatDateTime(new Date(file.createdAt), timeZone);
  return (
    <li className={classes.file}>
      <span className={classes.thumb}>
        {preview === 'picture' ? (
          <img src={previewAddress(file)} alt="" loading="lazy" />
        ) : (
          <FileIcon type={file.type} />
        )}
      </span>
      <span className={classes.text}>
        {preview ? (
          <button
            type="button"
            className={classes.name}
            aria-label={t('open', { name })}
            onClick={onOpen}
          >
            {name}
          </button>
        ) : (
          <a className={classes.name} href={downloadAddress(file)} download={name}>
            {name}
          </a>
        )}
        <span className={classes.meta}>
          {formatBytes(file.size, language)} ·{' '}
          {t('by', { who: file.createdBy?.title ?? 'Duyên', date })}
        </span>
      </span>
      <ActionIcon
        component="a"
        className={classes.act ?? ''}
        href={downloadAddress(file)}
        download={name}
        aria-label={t('download', { name })}
      >
        <IconDownload size={16} stroke={1.7} />
      </ActionIcon>
      {onRemove && (
        <ActionIcon
          className={classes.act ?? ''}
          aria-label={t('remove', { name })}
          onClick={onRemove}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      )}
    </li>
  );
}
