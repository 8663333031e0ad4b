import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { asText } from '../../fields/read-value.ts';
import { useSave } from '../../records/save.ts';
import { RichTextBox } from '../../rich-text/rich-text-box.tsx';
import { useMentionable } from '../../rich-text/use-mentionable.ts';
import { failureText } from '../people/failure-text.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

interface Props {
  object: ScreenObject;
  record: RecordData;
  field: ScreenField;
  onClose(): void;
}

/** A text of the thread, changed where it stands. */
export function TextEdit({ object, record, field, onClose }: Props) {
  const t = useWords(threadWords);
  const label = useLabel();
  const mentions = useMentionable();
  const { update } = useSave(object);
  const [text, setText] = useState<string | null>(asText(record[field.key]));
  const [failed, setFailed] = useState<string>();
  const [isSending, setSending] = useState(false);
  const save = async () => {
    if (isSending) return;
    if (text === record[field.key]) return onClose();
    setSending(true);
    try {
      await update(record.id, record.version, { [field.key]: text }, record);
      onClose();
    } catch (error) {
      setFailed(failureText(error, t('offline')));
      setSending(false);
    }
  };
  return (
    <div
      className={classes.writing}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
      role="presentation"
    >
      <RichTextBox
        compact
        autoFocus
        aria-label={label(field.label)}
        value={text}
        onChange={setText}
        mentions={mentions}
        onSubmit={() => void save()}
      />
      {failed !== undefined && <Note tone="bad">{t('failedToSave', { reason: failed })}</Note>}
      <div className={classes.buttons}>
        <Button size="xs" disabled={text === null} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
