import { describe, expect, it } from 'vitest';
import { asTarget, firstChoice, type LeadMatch } from './target.ts';

const match = (id: string, score: number): LeadMatch => ({ id, title: id, score, reasons: [] });

describe('firstChoice', () => {
  it('is who the lead surely is already', () => {
    expect(firstChoice([match('a', 95), match('b', 90)], true).radio).toBe('a');
  });
  it('is a new one when nobody is alike enough', () => {
    expect(firstChoice([match('a', 60)], true).radio).toBe('new');
  });
  it('is nothing where there is nothing to make one of', () => {
    expect(firstChoice([], false).radio).toBe('none');
  });
});

describe('asTarget', () => {
  it('says each choice as the server takes it', () => {
    expect(asTarget({ radio: 'new', other: null })).toEqual({ create: {} });
    expect(asTarget({ radio: 'none', other: null })).toBeNull();
    expect(asTarget({ radio: 'a1', other: null })).toEqual({ id: 'a1' });
    expect(asTarget({ radio: 'other', other: { id: 'b2', title: 'B' } })).toEqual({ id: 'b2' });
  });
  it('is not yet there while another one is looked for', () => {
    expect(asTarget({ radio: 'other', other: null })).toBeUndefined();
  });
});
