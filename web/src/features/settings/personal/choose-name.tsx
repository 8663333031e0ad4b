import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMe } from '#web/engine/model.ts';
import { LockedField } from '#web/ui/locked-field.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError } from '../use-tell.ts';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './choose-name.module.css';

export function ChooseName() {
  const t = useWords(personalWords);
  const me = useMe();
  const change = useChangeMe();
  const [name, setName] = useState(me.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name },
      { onSuccess: (saved) => notify({ tone: 'ok', text: t('nameSaved', { name: saved.name }) }) },
    );
  };
  return (
    <>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          className={classes.input ?? ''}
          label={t('name')}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(change.error, 'name')}
        />
        {name !== me.name && (
          <Button type="submit" loading={change.isPending}>
            {t('save')}
          </Button>
        )}
      </form>
      <LockedField label={t('email')} description={t('emailHint')} value={me.email} />
    </>
  );
}
