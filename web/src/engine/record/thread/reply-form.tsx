import { Button } from '@mantine/core';
import { useState } from 'react';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { useSave } from '../../records/save.ts';
import { EagerTextBox } from '../../rich-text/eager-text-box.tsx';
import { useMentionable } from '../../rich-text/use-mentionable.ts';
import { failureText } from '../people/failure-text.ts';
import { useThreadDraft } from './use-thread-draft.ts';
import type { replyObject } from './reply-object.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

interface Props {
  answers: NonNullable<ReturnType<typeof replyObject>>;
  /** What is answered, and what it is called. */
  to: string;
  title: string;
  /** It was sent, or given up; without it the form stays. */
  onClose?(): void;
  onDone?(): void;
  autoFocus?: boolean;
}

/** Where one answers; what was typed survives a reload. */
export function ReplyForm({ answers, to, title, onClose, onDone, autoFocus = false }: Props) {
  const t = useWords(threadWords);
  const mentions = useMentionable();
  const { create } = useSave(answers.object);
  const draft = useThreadDraft<{ text?: string | null }>(`reply.${to}`);
  const text = draft.values.text ?? null;
  const [failed, setFailed] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [isOpen, setOpen] = useState(autoFocus || onClose !== undefined);
  const send = async () => {
    if (text === null || isSending) return;
    setSending(true);
    try {
      const answered = { id: to, title };
      await create({ [answers.relation]: answered, [answers.text]: text }, { once: draft.once });
      draft.drop();
      setSending(false);
      onClose?.();
      onDone?.();
    } catch (error) {
      setFailed(failureText(error, t('offline')));
      setSending(false);
    }
  };
  return (
    <div
      className={classes.writing}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose?.();
      }}
      role="presentation"
    >
      <EagerTextBox
        isOpen={isOpen}
        onOpen={() => setOpen(true)}
        compact
        autoFocus={autoFocus || onClose !== undefined}
        aria-label={t('replyTo', { title })}
        placeholder={t('writeReply')}
        value={text}
        onChange={(html) => draft.set({ text: html })}
        mentions={mentions}
        onSubmit={() => void send()}
      />
      {failed !== undefined && <Note tone="bad">{t('failedToSave', { reason: failed })}</Note>}
      <div className={classes.buttons}>
        <Button size="xs" disabled={text === null} onClick={() => void send()}>
          {t('send')}
        </Button>
        {onClose && (
          <Button size="xs" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
