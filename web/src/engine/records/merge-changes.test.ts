import { describe, expect, it } from 'vitest';
import { clashesOf } from './merge-changes.ts';

const current = (values: object) => ({ id: 'a', version: 2, ...values });

describe('clashesOf', () => {
  it('is nothing when somebody else changed another field', () => {
    const base = { name: 'Cũ', phones: ['+84912345678'] };
    const theirs = current({ name: 'Cũ', phones: ['+84987654321'] });
    expect(clashesOf({ name: 'Mới' }, base, theirs)).toEqual([]);
  });

  it('is the fields that both changed', () => {
    const base = { name: 'Cũ', note: 'một' };
    const theirs = current({ name: 'Của Đức', note: 'một' });
    expect(clashesOf({ name: 'Của tôi', note: 'hai' }, base, theirs)).toEqual(['name']);
  });

  it('is nothing when both wrote the same, as after an answer that was lost', () => {
    const theirs = current({
      owner: { id: 'm1', title: 'Đức' },
      limit: { amount: '5', currency: 'VND' },
    });
    const mine = { owner: { id: 'm1', title: null }, limit: { currency: 'VND', amount: '5' } };
    expect(clashesOf(mine, { owner: null, limit: null }, theirs)).toEqual([]);
  });

  it('holds an empty value for the same however it is written', () => {
    expect(clashesOf({ tags: null }, { tags: ['a'] }, current({ tags: [] }))).toEqual([]);
    expect(clashesOf({ tags: null }, { tags: ['a'] }, current({ tags: ['b'] }))).toEqual(['tags']);
  });

  it('is whatever differs when the record as it was is not known', () => {
    expect(
      clashesOf({ name: 'x', note: 'y' }, undefined, current({ name: 'x', note: 'z' })),
    ).toEqual(['note']);
  });
});
