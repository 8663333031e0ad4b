import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Note } from '#web/ui/note.tsx';
import { paperOnly } from '#web/ui/paper-only.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { downloadAddress, previewAddress, previewOf, type Attachment } from './attachments.ts';
import { filesWords } from './files.words.ts';
import { TablePreview } from './table-preview.tsx';
import classes from './files.module.css';

interface Props {
  files: readonly Attachment[];
  shown: string;
  /** Another one, or nothing any more. */
  onShow(id: string | null): void;
}

/** A picture, PDF or table over the page; arrows lead to the next one. */
export function FilePreview({ files, shown, onShow }: Props) {
  const t = useWords(filesWords);
  const at = files.findIndex(({ id }) => id === shown);
  const file = files[at];
  const go = (step: number) => {
    const next = files[at + step];
    if (next) onShow(next.id);
  };
  // A phone has no room for a page around it.
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  useHotkeys([
    ['ArrowLeft', () => go(-1)],
    ['ArrowRight', () => go(1)],
  ]);
  if (!file) return null;
  return (
    <Dialog
      onClose={() => onShow(null)}
      size="min(1100px, 100%)"
      fullScreen={isPhone}
      title={file.name}
    >
      <div className={classes.preview}>
        <Shown key={file.id} file={file} />
      </div>
      <div className={classes.previewBar}>
        <ActionIcon aria-label={t('previous')} disabled={at <= 0} onClick={() => go(-1)}>
          <IconChevronLeft size={16} stroke={1.7} />
        </ActionIcon>
        <span className={classes.meta}>
          {at + 1} / {files.length}
        </span>
        <ActionIcon aria-label={t('next')} disabled={at >= files.length - 1} onClick={() => go(1)}>
          <IconChevronRight size={16} stroke={1.7} />
        </ActionIcon>
        <Button
          component="a"
          className={classes.save ?? ''}
          variant="default"
          href={downloadAddress(file)}
          download={file.name}
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          {t('save')}
        </Button>
      </div>
    </Dialog>
  );
}

function Shown({ file }: { file: Attachment }) {
  const t = useWords(filesWords);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Note tone="warn">{t('notShown')}</Note>;
  if (previewOf(file) === 'table')
    return (
      <TablePreview
        fileId={file.id}
        name={file.name}
        otherwise={<Note tone="info">{t('noPreview')}</Note>}
      />
    );
  if (previewOf(file) === 'pdf')
    // Phones have no place to show it in.
    return !navigator.pdfViewerEnabled ? (
      <Note tone="info">{t('noPreview')}</Note>
    ) : (
      <iframe className={classes.page} src={paperOnly(previewAddress(file))} title={file.name} />
    );
  return (
    <img
      className={classes.picture}
      src={previewAddress(file)}
      alt={file.name}
      onError={() => setBroken(true)}
    />
  );
}
