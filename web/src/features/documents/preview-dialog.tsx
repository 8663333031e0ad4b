import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import type { RecordData } from '#web/api/records.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import { downloadAddress, toEntry } from './entry.ts';
import { Shown } from './shown.tsx';
import classes from './preview.module.css';

interface Props {
  documents: readonly RecordData[];
  shown: string;
  /** Another one, or none any more. */
  onShow(id: string | null): void;
}

/** A document over the page; arrows lead to the next one. */
export function PreviewDialog({ documents, shown, onShow }: Props) {
  const t = useWords(documentWords);
  const entries = documents
    .map((record) => toEntry('document', record))
    .filter(({ file }) => file !== null);
  const at = entries.findIndex(({ id }) => id === shown);
  const entry = entries[at];
  const go = (step: number) => {
    const next = entries[at + step];
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
  if (!entry?.file) return null;
  return (
    <Dialog
      onClose={() => onShow(null)}
      size="min(1100px, 100%)"
      fullScreen={isPhone}
      title={entry.name}
    >
      <div className={classes.paper}>
        <Shown key={entry.id} id={entry.id} name={entry.name} file={entry.file} />
      </div>
      <div className={classes.bar}>
        {entries.length > 1 && (
          <>
            <ActionIcon aria-label={t('previous')} disabled={at <= 0} onClick={() => go(-1)}>
              <IconChevronLeft size={16} stroke={1.7} />
            </ActionIcon>
            <span className={classes.meta}>
              {at + 1} / {entries.length}
            </span>
            <ActionIcon
              aria-label={t('next')}
              disabled={at >= entries.length - 1}
              onClick={() => go(1)}
            >
              <IconChevronRight size={16} stroke={1.7} />
            </ActionIcon>
          </>
        )}
        <Button
          component="a"
          className={classes.save ?? ''}
          variant="default"
          href={downloadAddress(entry.file.id)}
          download={entry.name}
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          {t('download')}
        </Button>
      </div>
    </Dialog>
  );
}
