import { describe, expect, it } from 'vitest';
import {
  countChanges,
  fieldRightOf,
  scopeOf,
  withCell,
  withField,
  withoutLine,
  type RoleRights,
} from './rights.ts';

const rights: RoleRights = {
  '*': {
    read: 'team',
    create: true,
    update: 'own',
    delete: 'none',
    export: false,
    import: false,
  },
};

describe('rights of a role', () => {
  it('gives an object without a line what holds for all others', () => {
    expect(scopeOf(rights, 'account', 'read')).toBe('team');
    expect(scopeOf(rights, 'account', 'create')).toBe('all');
    expect(scopeOf({}, 'account', 'read')).toBe('none');
  });

  it('makes a line of its own for an object that is changed, and takes it away again', () => {
    const changed = withCell(rights, 'account', 'export', 'all');
    expect(changed['account']).toEqual({ ...rights['*'], export: true });
    expect(scopeOf(changed, 'contact', 'export')).toBe('none');
    expect(withoutLine(changed, 'account')).toEqual(rights);
  });

  it('narrows what may be changed and removed with what may be seen', () => {
    const wide = withCell(withCell(rights, 'account', 'update', 'all'), 'account', 'delete', 'own');
    const narrow = withCell(wide, 'account', 'read', 'own');
    expect(narrow['account']).toMatchObject({ read: 'own', update: 'own', delete: 'own' });
    expect(withCell(wide, 'account', 'read', 'none')['account']).toMatchObject({
      update: 'none',
      delete: 'none',
    });
  });

  it('widens what may be seen with what may be changed', () => {
    expect(withCell(rights, 'account', 'delete', 'below')['account']).toMatchObject({
      read: 'below',
      update: 'own',
      delete: 'below',
    });
  });

  it('exports only what is seen, and imports only what is created', () => {
    const open = withCell(rights, 'account', 'export', 'all');
    expect(withCell(open, 'account', 'read', 'none')['account']).toMatchObject({ export: false });
    expect(withCell({}, 'account', 'export', 'all')['account']).toMatchObject({ read: 'own' });
    expect(withCell({}, 'account', 'import', 'all')['account']).toMatchObject({ create: true });
    expect(
      withCell(withCell({}, 'account', 'import', 'all'), 'account', 'create', 'none')['account'],
    ).toMatchObject({ import: false });
  });

  it('hides fields, and forgets those that are plainly writable again', () => {
    const hidden = withField(rights, 'account', 'notes', 'hidden');
    expect(fieldRightOf(hidden, 'account', 'notes')).toBe('hidden');
    expect(fieldRightOf(hidden, 'account', 'name')).toBe('write');
    expect(withField(hidden, 'account', 'notes', 'write')['account']).toEqual(rights['*']);
  });

  it('counts cells and fields that differ', () => {
    const changed = withField(
      withCell(rights, 'account', 'read', 'none'),
      'account',
      'notes',
      'read',
    );
    expect(countChanges(rights, changed, ['account', 'contact'])).toBe(3);
    expect(countChanges(rights, withCell(rights, '*', 'import', 'all'), ['*', 'account'])).toBe(2);
  });
});
