import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { address, send } from '#web/api/request.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { roomQuery } from './documents.queries.ts';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';

const gigabyte = 1e9;

interface Props {
  company: number | null;
  member: number | null;
  onClose(): void;
}

const shown = (bytes: number | null): string => (bytes === null ? '' : String(bytes / gigabyte));

/** Bytes of what was typed; null when nothing was, undefined when it is no size. */
function bytesOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const size = Math.round(Number(typed.replace(',', '.')) * gigabyte);
  return size > 0 ? size : undefined;
}

/** How much room documents may take, as an administrator says. */
export function LimitDialog({ company, member, onClose }: Props) {
  const t = useWords(documentWords);
  const client = useQueryClient();
  const [typed, setTyped] = useState({ company: shown(company), member: shown(member) });
  const wanted = { company: bytesOf(typed.company), member: bytesOf(typed.member) };
  const save = useMutation({
    mutationFn: () => send('PATCH', address('storage'), wanted),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: roomQuery.queryKey });
      notify({ tone: 'ok', text: t('limitSaved') });
      onClose();
    },
  });
  const field = (name: 'company' | 'member') => ({
    value: typed[name],
    inputMode: 'decimal' as const,
    description: t('limitHint'),
    error: wanted[name] === undefined && t('limitWrong'),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const isWrong = wanted.company === undefined || wanted.member === undefined;
  return (
    <Dialog title={t('limitTitle')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) save.mutate();
        }}
      >
        {save.error && <Note tone="bad">{save.error.message}</Note>}
        <TextInput label={t('limitCompany')} {...field('company')} />
        <TextInput label={t('limitMember')} {...field('member')} />
        <DialogFoot onCancel={onClose}>
          <Button type="submit" disabled={isWrong || save.isPending}>
            {t('limitSave')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
