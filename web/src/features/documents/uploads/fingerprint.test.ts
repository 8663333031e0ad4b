import { expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const file = (text: string, at = 1) => new File([text], 'a.txt', { lastModified: at });

it('is the same for the same file only', async () => {
  const long = 'a'.repeat(500_000);
  const prints = await Promise.all(
    [long, `${long.slice(1)}b`, `b${long.slice(1)}`, `${long}a`, ''].map((text) =>
      fingerprintOf(file(text)),
    ),
  );
  expect(new Set(prints).size).toBe(prints.length);
  expect(await fingerprintOf(file(long))).toBe(prints[0]);
  expect(await fingerprintOf(file(long, 2))).not.toBe(prints[0]);
  for (const print of prints) expect(print).toMatch(/^[\w-]{1,40}$/);
});
