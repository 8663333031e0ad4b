import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './drop-zone.module.css';
import { transferWords } from './transfer.words.ts';

/** A place to drop a file, with a button for everyone who does not drag. */
export function DropZone({
  onFile,
  disabled,
}: {
  onFile: (file: File) => void;
  disabled: boolean;
}) {
  const t = useWords(transferWords);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  return (
    <div
      className={classes.zone}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileUpload size={24} stroke={1.5} aria-hidden />
      <h2 className={classes.title}>{t('dropTitle')}</h2>
      <p className={classes.text}>{t('dropText')}</p>
      <p className={classes.text}>{t('formats')}</p>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('chooseFile')}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen again is a change again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
