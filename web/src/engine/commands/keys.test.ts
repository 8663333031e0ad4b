import { describe, expect, it } from 'vitest';
import { keysOf } from './keys.ts';

const press = (key: string, held: object = {}) =>
  keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys', () => {
  it('are called the same on every machine', () => {
    expect(press('c')).toBe('c');
    expect(press('K', { ctrlKey: true })).toBe('mod+k');
    expect(press('k', { metaKey: true })).toBe('mod+k');
    expect(press('Enter')).toBe('Enter');
  });

  it('that only help others, or are the system’s, are none', () => {
    expect(press('Shift')).toBeNull();
    expect(press('c', { altKey: true })).toBeNull();
  });
});
