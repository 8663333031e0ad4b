import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { tagsWords } from './tags.words.ts';
import classes from './tags-page.module.css';

export interface TagCount {
  id: string;
  name: string;
  count: number;
}

/** One tag: its name to change, another one to merge it into, the way out. */
export function TagRow({ tag, others }: { tag: TagCount; others: readonly TagCount[] }) {
  const t = useWords(tagsWords);
  const tell = useTell();
  const client = useQueryClient();
  const [name, setName] = useState(tag.name);
  const change = useMutation({
    mutationFn: ({ method, path = '', body }: Change) =>
      send(method, `/api/v1/tags/${tag.id}${path}`, body),
    onError: tell,
    onSuccess: async (_answer, { method }) => {
      notify({
        tone: 'ok',
        text: method === 'DELETE' ? t('removed', { name: tag.name }) : t('changed'),
      });
      await client.invalidateQueries({ queryKey: ['tags'] });
    },
  });
  const rename = () => {
    if (name.trim() !== '' && name !== tag.name) change.mutate({ method: 'PATCH', body: { name } });
  };
  return (
    <li className={classes.row}>
      <TextInput
        className={classes.name ?? ''}
        aria-label={t('rename', { name: tag.name })}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename();
          if (event.key === 'Escape') setName(tag.name);
        }}
      />
      <span className={classes.count}>{t('used', { count: tag.count })}</span>
      <Select
        aria-label={t('merge')}
        placeholder={t('merge')}
        searchable
        value={null}
        data={others
          .filter(({ id }) => id !== tag.id)
          .map(({ id, name: other }) => ({ value: id, label: other }))}
        onChange={(into) => {
          if (into !== null) change.mutate({ method: 'POST', path: '/merge', body: { into } });
        }}
      />
      <Button variant="subtle" color="red" onClick={() => change.mutate({ method: 'DELETE' })}>
        {t('remove')}
      </Button>
    </li>
  );
}

interface Change {
  method: 'PATCH' | 'POST' | 'DELETE';
  path?: string;
  body?: unknown;
}
