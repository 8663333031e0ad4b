import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { address, send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import classes from './details.module.css';

const dayMs = 86_400_000;
const lengths = [7, 30, 90] as const;

interface Props {
  /** Of the document. */
  id: string;
  onMade(): void;
  onClose(): void;
}

/** A new link: for whom, for how long, with what password. It is shown once. */
export function LinkForm({ id, onMade, onClose }: Props) {
  const t = useWords(documentWords);
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('30');
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () =>
      send<{ token: string }>('POST', address(`documents/${id}/links`), {
        ...(name.trim() !== '' && { name: name.trim() }),
        ...(password !== '' && { password }),
        ...(days !== '' && {
          expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString(),
        }),
      }),
    onSuccess: onMade,
  });
  const errorAt = (path: string) =>
    isProblem(make.error) && make.error.errors.find((each) => each.path === path)?.message;
  if (make.data) {
    const shown = `${window.location.origin}/shared#${make.data.token}`;
    return (
      <div className={classes.form}>
        <TextInput
          label={t('linkMade')}
          value={shown}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onClick={() => {
            // Where the page may not write the clipboard, what is shown can be copied by hand.
            void navigator.clipboard
              ?.writeText(shown)
              .then(() => notify({ tone: 'ok', text: t('copied') }));
            onClose();
          }}
        >
          {t('copyLink')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <TextInput
        label={t('linkName')}
        description={t('linkNameHint')}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('linkExpires')}
        allowDeselect={false}
        value={days}
        onChange={(value) => setDays(value ?? '')}
        data={[
          ...lengths.map((count) => ({ value: String(count), label: t('days', { count }) })),
          { value: '', label: t('never') },
        ]}
      />
      <PasswordInput
        label={t('linkPassword')}
        description={t('linkPasswordHint')}
        autoComplete="new-password"
        value={password}
        error={errorAt('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {make.error && !errorAt('password') && <Note tone="bad">{make.error.message}</Note>}
      <div className={classes.formFoot}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" disabled={make.isPending}>
          {t('addLink')}
        </Button>
      </div>
    </form>
  );
}
