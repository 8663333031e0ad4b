import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftName, dropDraft, keepDraft, readDraft } from './draft.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('drafts', () => {
  it('are of one person, object, record and form', () => {
    const of = (change: object) =>
      draftName({ member: 'm1', object: 'account', depth: 0, ...change });
    const names = [{}, { member: 'm2' }, { object: 'lead' }, { recordId: 'r1' }, { depth: 1 }];
    expect(new Set(names.map(of)).size).toBe(names.length);
  });

  it('come back with what was typed and when', () => {
    keepDraft('a', { name: 'Lan' });
    expect(readDraft('a')).toMatchObject({
      values: { name: 'Lan' },
      at: expect.stringMatching(/^20/),
    });
    dropDraft('a');
    expect(readDraft('a')).toBeNull();
  });

  it('are nothing when the storage holds something else or refuses', () => {
    kept.set('a', '{broken');
    expect(readDraft('a')).toBeNull();
    kept.set('a', '"text"');
    expect(readDraft('a')).toBeNull();
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(() => keepDraft('a', {})).not.toThrow();
  });
});
