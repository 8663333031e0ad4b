import { useSessionStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { send } from '#web/api/request.ts';
import { useModel } from '#web/engine/model.ts';
import { rolesQuery, type Role } from '../people/people-queries.ts';
import { countChanges, everything, type RoleRights } from './rights.ts';

type Drafts = Readonly<Record<string, RoleRights>>;

export interface RightsDraft {
  rightsOf(role: Role): RoleRights;
  change(role: Role, rights: RoleRights): void;
  /** Roles that differ from what is saved, and in how many places all of them together. */
  changed: readonly Role[];
  count: number;
  discard(): void;
  save(): Promise<void>;
  isSaving: boolean;
}

/** What was changed in the grid and not saved yet; a reload keeps it. */
export function useRightsDraft(roles: readonly Role[]): RightsDraft {
  const model = useModel();
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const [drafts, setDrafts] = useSessionStorage<Drafts>({
    key: 'duyen.draft.roles',
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const lines = useMemo(() => [everything, ...model.byKey.keys()], [model]);
  const rightsOf = (role: Role) => drafts[role.id] ?? role.rights;
  const differences = (role: Role) => countChanges(role.rights, rightsOf(role), lines);
  const changed = roles.filter((role) => differences(role) > 0);

  const save = async () => {
    setSaving(true);
    try {
      for (const role of changed) {
        const saved = await send<Role>('PATCH', `/api/v1/roles/${role.id}`, {
          rights: rightsOf(role),
        });
        client.setQueryData(rolesQuery.queryKey, (before) =>
          before?.map((each) => (each.id === saved.id ? saved : each)),
        );
        setDrafts((before) => without(before, role.id));
      }
    } finally {
      setSaving(false);
      void client.invalidateQueries({ queryKey: rolesQuery.queryKey });
    }
  };
  return {
    rightsOf,
    change: (role, rights) => setDrafts((before) => ({ ...before, [role.id]: rights })),
    changed,
    count: changed.reduce((sum, role) => sum + differences(role), 0),
    discard: () => setDrafts({}),
    save,
    isSaving,
  };
}

function without(drafts: Drafts, id: string): Drafts {
  const { [id]: _, ...others } = drafts;
  return others;
}
