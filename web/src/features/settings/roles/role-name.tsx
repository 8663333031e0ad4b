import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { rolesQuery, type Role } from '../people/people-queries.ts';
import { settingsWords } from '../settings.words.ts';
import { fieldError, useTell } from '../use-tell.ts';
import { rolesWords } from './roles.words.ts';
import classes from './role-name.module.css';

export function RoleName({ role }: { role: Role }) {
  const t = useWords(rolesWords);
  const s = useWords(settingsWords);
  const tell = useTell();
  const client = useQueryClient();
  const [name, setName] = useState(role.name);
  const rename = useMutation({
    mutationFn: () => send<Role>('PATCH', `/api/v1/roles/${role.id}`, { name }),
    onSuccess: async (saved) => {
      notify({ tone: 'ok', text: t('renamed', { name: saved.name }) });
      setName(saved.name);
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
    },
    onError: (error) => {
      if (fieldError(error, 'name') === undefined) tell(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        className={classes.input ?? ''}
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldError(rename.error, 'name')}
      />
      {name !== role.name && (
        <Button type="submit" variant="default" loading={rename.isPending}>
          {s('save')}
        </Button>
      )}
    </form>
  );
}
