import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPaperclip, IconSend2, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useUploads, type Uploaded } from '#web/engine/fields/use-uploads.ts';
import { RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { useWords } from '#web/words/language.tsx';
import { talkWords } from './talk.words.ts';
import classes from './talk.module.css';
import { useDraft } from './use-draft.ts';

export interface Written {
  body: string | null;
  files: string[] | null;
}

interface Props {
  /** Names the draft. */
  of: string;
  label: string;
  /** What it answers. */
  replyTo?: { title: string | null; onDrop(): void } | undefined;
  /** Enter alone sends: where one writes line by line. */
  enterSends?: boolean;
  onTyping?: () => void;
  /** True when it was taken. */
  onSend(written: Written): Promise<boolean>;
}

/** Where one writes: words, mentions, files that are dropped, pasted or chosen. */
export function Composer({ of, label, replyTo, enterSends = false, onTyping, onSend }: Props) {
  const t = useWords(talkWords);
  // At once: the box takes what it says in its place only when it is made.
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const mentions = useMentionable();
  const [body, setBody] = useDraft(of);
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const [isSending, setSending] = useState(false);
  const uploads = useUploads((done) => setFiles((old) => [...old, ...done]));
  const chooser = useRef<HTMLInputElement>(null);
  const isEmpty = body === null && files.length === 0;
  const sendIt = async () => {
    if (isEmpty || isSending || uploads.sending) return;
    setSending(true);
    const ids = files.map(({ id }) => id);
    if (await onSend({ body, files: ids.length > 0 ? ids : null })) {
      setBody(null);
      setFiles([]);
    }
    setSending(false);
  };
  const take = (list: FileList | undefined) => {
    const found = [...(list ?? [])];
    if (found.length > 0) uploads.start(found);
    return found.length > 0;
  };
  return (
    <form
      className={classes.composer}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void sendIt();
      }}
      onPasteCapture={(event) => {
        if (take(event.clipboardData.files)) event.preventDefault();
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDropCapture={(event) => {
        if (take(event.dataTransfer.files)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      {replyTo && (
        <p className={classes.answering}>
          <span className={classes.quoted}>{t('answering', { text: replyTo.title ?? '' })}</span>
          <ActionIcon size="sm" aria-label={t('dropAnswer')} onClick={replyTo.onDrop}>
            <IconX size={14} stroke={1.7} />
          </ActionIcon>
        </p>
      )}
      <div className={classes.box}>
        <RichTextBox
          compact
          bare={isPhone ?? false}
          value={body}
          aria-label={label}
          placeholder={isPhone ? label : t(enterSends ? 'hintEnter' : 'hint')}
          mentions={mentions}
          enterSubmits={enterSends && !isPhone}
          onSubmit={() => void sendIt()}
          onChange={(next) => {
            setBody(next);
            if (next !== null) onTyping?.();
          }}
        />
      </div>
      {(files.length > 0 || uploads.sending) && (
        <ul className={classes.waiting}>
          {files.map((file) => (
            <li key={file.id}>
              {file.name}
              <ActionIcon
                size="sm"
                aria-label={t('dropFile', { name: file.name })}
                onClick={() => setFiles(files.filter(({ id }) => id !== file.id))}
              >
                <IconX size={14} stroke={1.7} />
              </ActionIcon>
            </li>
          ))}
          {uploads.sending && (
            <li>{t('uploading', { part: Math.round(uploads.sending.part * 100) })}</li>
          )}
        </ul>
      )}
      {uploads.problem !== null && <p role="alert">{uploads.problem}</p>}
      <div className={classes.sending}>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            take(currentTarget.files ?? undefined);
            currentTarget.value = '';
          }}
        />
        <ActionIcon
          size="lg"
          aria-label={t('attach')}
          title={t('attach')}
          onClick={() => chooser.current?.click()}
        >
          <IconPaperclip size={16} stroke={1.7} />
        </ActionIcon>
        <Button
          type="submit"
          loading={isSending}
          disabled={isEmpty}
          leftSection={<IconSend2 size={16} stroke={1.7} aria-hidden />}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
