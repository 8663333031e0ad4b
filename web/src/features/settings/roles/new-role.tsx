import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import { rolesQuery, useRoles, type Role } from '../people/people-queries.ts';
import { fieldError, useTell } from '../use-tell.ts';
import { everything, fullLine, noRights, type RoleRights } from './rights.ts';
import { rolesWords } from './roles.words.ts';

const nothing = '-';

/** A role, beginning with the rights of another one. */
export function NewRole({ from, onClose }: { from?: Role; onClose: () => void }) {
  const t = useWords(rolesWords);
  const tell = useTell();
  const roles = useRoles() ?? [];
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(from ? t('copyName', { name: from.name }) : '');
  const [base, setBase] = useState(from?.id ?? nothing);
  const create = useMutation({
    mutationFn: () =>
      send<Role>('POST', '/api/v1/roles', {
        name,
        rights: rightsFrom(roles.find(({ id }) => id === base)),
      }),
    onSuccess: async (role) => {
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
      onClose();
      notify({ tone: 'ok', text: t('created', { name: role.name }) });
      await navigate({
        to: '/settings/$page/$item',
        params: { page: 'roles', item: role.id },
      });
    },
    onError: (error) => {
      if (fieldError(error, 'name') === undefined) tell(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('newRole')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldError(create.error, 'name')}
            data-autofocus
          />
          <Select
            label={t('startFrom')}
            data={[
              { value: nothing, label: t('startNothing') },
              ...roles.map((role) => ({ value: role.id, label: role.name })),
            ]}
            value={base}
            onChange={(value) => setBase(value ?? nothing)}
            allowDeselect={false}
          />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={create.isPending}>
              {t('createRole')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

function rightsFrom(role: Role | undefined): RoleRights {
  if (!role) return { [everything]: noRights };
  // What administrators may do is in no line; written out, it can be narrowed.
  return role.administrator ? { [everything]: fullLine } : role.rights;
}
