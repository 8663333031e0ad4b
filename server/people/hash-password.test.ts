import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password.ts';

it('hashes the same password differently each time, and knows it again exactly', async () => {
  const [one, two] = await Promise.all([hashPassword('Đường xa '), hashPassword('Đường xa ')]);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, 'Đường xa ')).toBe(true);
  expect(await verifyPassword(one, 'Đường xa')).toBe(false);
});

it('lets a flood wait and then refuses it, and works again afterwards', async () => {
  // What is no hash fails fast, so that the test does not need the time of a real flood.
  const flood = Array.from({ length: 2000 }, () => verifyPassword('no hash', 'x'));
  const refused = (await Promise.allSettled(flood)).filter(
    (each) => each.status === 'rejected' && each.reason.code === 'unavailable',
  );
  expect(refused.length).toBeGreaterThan(1000);
  expect(refused.length).toBeLessThan(2000);
  expect(await verifyPassword(await hashPassword('again'), 'again')).toBe(true);
});
