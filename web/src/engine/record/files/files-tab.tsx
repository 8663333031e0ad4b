import { Button, FileButton, Skeleton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { previewOf } from './attachments.ts';
import { FileRow } from './file-row.tsx';
import { useSentFiles } from './files-context.tsx';
import { filesWords } from './files.words.ts';
import { UploadRow } from './upload-row.tsx';
import { useAttachments } from './use-attachments.ts';
import classes from './files.module.css';

const FilePreview = lazy(async () => ({
  default: (await import('./file-preview.tsx')).FilePreview,
}));

/** Files of the record: those on their way, then those that are there. */
export function FilesTab() {
  const t = useWords(filesWords);
  const { object, isGone } = useOnPage();
  const { items, isKnown, isFailed, again, remove } = useAttachments();
  const { uploads, add, ...sent } = useSentFiles();
  const [shown, setShown] = useState<string | null>(null);
  const canChange = object.rights.update !== 'none' && !isGone;
  const choose = canChange && (
    <FileButton multiple onChange={add}>
      {(button) => (
        <Button {...button} variant="default" leftSection={<IconUpload size={16} stroke={1.7} />}>
          {t('choose')}
        </Button>
      )}
    </FileButton>
  );
  if (isFailed)
    return (
      <div className={classes.tab}>
        <Note
          tone="bad"
          action={
            <Button size="xs" variant="default" onClick={again}>
              {t('retry')}
            </Button>
          }
        >
          {t('listFailed')}
        </Note>
      </div>
    );
  if (isKnown && items.length === 0 && uploads.length === 0)
    return (
      <Empty title={t('none')} {...(canChange && { text: t('noneText') })}>
        {choose || undefined}
      </Empty>
    );
  return (
    <div className={classes.tab}>
      {canChange && (
        <div className={classes.bar}>
          <span className={classes.meta}>{t('hint')}</span>
          {choose}
        </div>
      )}
      <ul className={classes.list}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} {...sent} />
        ))}
        {items.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onOpen={() => setShown(file.id)}
            onRemove={canChange ? () => remove(file) : undefined}
          />
        ))}
        {!isKnown && <Skeleton height={40} mt={8} />}
      </ul>
      <Suspense fallback={null}>
        {shown !== null && (
          <FilePreview
            files={items.filter((file) => previewOf(file) !== undefined)}
            shown={shown}
            onShow={setShown}
          />
        )}
      </Suspense>
    </div>
  );
}
