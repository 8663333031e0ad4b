import { expect, it, vi } from 'vitest';
import { noteRecent, recentRecords } from './recent.ts';

it('records are opened, and known to have been, where the browser has no room to keep that', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem() {
      throw new Error('full');
    },
  });
  const record = { object: 'account', id: 'a', title: 'Hoa Sen' };
  noteRecent(record);
  expect(recentRecords()).toEqual([record]);
  vi.unstubAllGlobals();
});
