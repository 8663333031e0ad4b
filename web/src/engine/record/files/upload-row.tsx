import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { isProblem } from '#web/api/problem.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { filesWords } from './files.words.ts';
import { uploadFailure } from './upload-failure.ts';
import type { Upload, Uploads } from './use-uploads.ts';
import classes from './files.module.css';

interface Props {
  upload: Upload;
  again: Uploads['again'];
  drop: Uploads['drop'];
}

/** A file on its way, or why it did not come. */
export function UploadRow({ upload, again, drop }: Props) {
  const t = useWords(filesWords);
  const { id, file, share, error, refusal } = upload;
  const isFailed = error !== undefined || refusal !== undefined;
  const percent = Math.floor(share * 100);
  const reason = refusal ?? uploadFailure(error);
  const said = isFailed
    ? reason
      ? t(reason)
      : isProblem(error)
        ? error.message
        : ''
    : share === 0
      ? t('waiting')
      : t('sending', { percent });
  return (
    <li className={classes.file}>
      <span className={classes.thumb}>
        <StatusGlyph tone={isFailed ? 'bad' : 'info'} />
      </span>
      <span className={classes.text}>
        <span className={classes.uploadName}>{file.name}</span>
        <span className={isFailed ? classes.failed : classes.meta} role="status">
          {said}
        </span>
        {!isFailed && <progress className={classes.progress} value={share} max={1} aria-hidden />}
      </span>
      {isFailed && refusal === undefined && (
        <Button size="xs" variant="default" onClick={() => again(id)}>
          {t('again')}
        </Button>
      )}
      <ActionIcon
        aria-label={t(isFailed ? 'dismiss' : 'cancel', { name: file.name })}
        onClick={() => drop(id)}
      >
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}
