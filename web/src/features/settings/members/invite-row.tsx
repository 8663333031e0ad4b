import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useWords } from '#web/words/language.tsx';
import { fieldError, isTaken } from '../use-tell.ts';
import { membersWords } from './members.words.ts';
import type { Row } from './use-invitations.ts';
import classes from './invite-panel.module.css';

interface Props {
  row: Row;
  number: number;
  onChange: (changed: Partial<Row>) => void;
  /** False when the text is one value to paste as any other. */
  onPaste: (text: string) => boolean;
  onRemove: (() => void) | undefined;
}

export function InviteRow({ row, number, onChange, onPaste, onRemove }: Props) {
  const t = useWords(membersWords);
  const paste = (event: ClipboardEvent) => {
    if (onPaste(event.clipboardData.getData('text'))) event.preventDefault();
  };
  return (
    <div className={classes.row}>
      <TextInput
        type="email"
        autoComplete="off"
        placeholder={t('email')}
        aria-label={t('rowEmail', { row: number })}
        value={row.email}
        onChange={(event) => onChange({ email: event.currentTarget.value, error: undefined })}
        onPaste={paste}
        error={isTaken(row.error, 'email') ? t('taken') : fieldError(row.error, 'email')}
        data-autofocus={number === 1 || undefined}
      />
      <TextInput
        autoComplete="off"
        placeholder={t('name')}
        aria-label={t('rowName', { row: number })}
        value={row.name}
        onChange={(event) => onChange({ name: event.currentTarget.value, error: undefined })}
        error={fieldError(row.error, 'name')}
      />
      <ActionIcon
        size="lg"
        aria-label={t('removeRow', { row: number })}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}
