import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError, useTell } from '../use-tell.ts';
import { apiKeysQuery, keyScopes, type KeyScope } from './api-key.ts';
import { apiKeysWords } from './api-keys.words.ts';
import { MadeKey } from './made-key.tsx';

const ends = { in30: 30, in90: 90, in365: 365, forever: null } as const;
type End = keyof typeof ends;
const endOrder: readonly End[] = ['in30', 'in90', 'in365', 'forever'];

export function NewKey({ onClose }: { onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const tell = useTell();
  const me = useMe();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read']);
  const [end, setEnd] = useState<End>('in90');
  const offered = keyScopes.filter((scope) => scope !== 'admin' || me.role.administrator);
  const create = useMutation({
    mutationFn: () =>
      send<{ key: string }>('POST', '/api/v1/api-keys', { name, scopes, expiresAt: endOf(end) }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
    onError: (error) => {
      if (!['name', 'scopes', 'expiresAt'].some((path) => fieldError(error, path))) tell(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const words = { read: 'readText', write: 'writeText', admin: 'adminText' } as const;
  if (create.data) return <MadeKey value={create.data.key} onClose={onClose} />;
  return (
    <Dialog title={t('newTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            placeholder={t('namePlaceholder')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldError(create.error, 'name')}
            data-autofocus
          />
          <Checkbox.Group
            label={t('scopes')}
            value={scopes}
            onChange={setScopes}
            error={fieldError(create.error, 'scopes')}
          >
            <Stack>
              {offered.map((scope: KeyScope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={t(scope)}
                  description={t(words[scope])}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('expires')}
            description={end === 'forever' ? t('foreverHint') : undefined}
            data={endOrder.map((each) => ({ value: each, label: t(each) }))}
            value={end}
            onChange={(value) => setEnd(endOrder.find((each) => each === value) ?? 'in90')}
            allowDeselect={false}
            error={fieldError(create.error, 'expiresAt')}
          />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={scopes.length === 0} loading={create.isPending}>
              {t('create')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

function endOf(end: End): string | null {
  const days = ends[end];
  return days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
}
