import type { ObjectRights, RoleRights } from '#engine/directory.ts';

interface PresetRole {
  key: string;
  name: Record<'vi' | 'en', string>;
  administrator: boolean;
  rights: RoleRights;
}

const within = (scope: 'below' | 'own', transfer: boolean): ObjectRights => ({
  read: scope,
  create: true,
  update: scope,
  delete: scope,
  export: transfer,
  import: transfer,
});

/** Every workspace begins with these; the names are its own to change. */
export const presetRoles = {
  administrator: {
    key: 'administrator',
    name: { vi: 'Quản trị viên', en: 'Administrator' },
    administrator: true,
    rights: {},
  },
  manager: {
    key: 'manager',
    name: { vi: 'Quản lý', en: 'Manager' },
    administrator: false,
    rights: { '*': within('below', true) },
  },
  employee: {
    key: 'employee',
    name: { vi: 'Nhân viên', en: 'Employee' },
    administrator: false,
    rights: { '*': within('own', false) },
  },
} as const satisfies Record<string, PresetRole>;
