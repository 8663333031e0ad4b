import { describe, expect, it } from 'vitest';
import {
  compareByGivenName,
  givenName,
  joinName,
  joinWesternName,
  splitName,
} from './person-name.ts';

describe('splitName', () => {
  it.each([
    ['Nguyễn Văn Đức', { family: 'Nguyễn', middle: 'Văn', given: 'Đức' }],
    ['Nguyễn Thị Hồng Đào', { family: 'Nguyễn', middle: 'Thị Hồng', given: 'Đào' }],
    [' Lê   An ', { family: 'Lê', middle: '', given: 'An' }],
    ['Hùng', { family: '', middle: '', given: 'Hùng' }],
    ['', { family: '', middle: '', given: '' }],
  ])('splits %j', (full, parts) => {
    expect(splitName(full)).toEqual(parts);
    expect(splitName(full.normalize('NFD'))).toEqual(parts);
    expect(splitName(joinName(parts))).toEqual(parts);
  });
});

describe('givenName', () => {
  it('is the last word', () => {
    expect(givenName('Đỗ Thị Ánh')).toBe('Ánh');
  });
});

describe('compareByGivenName', () => {
  it('sorts as a Vietnamese class list', () => {
    const sorted = [
      'Lê An',
      'Nguyễn Văn An',
      'Đỗ Thị Ánh',
      'Ngô Ăn',
      'Phạm Hồng Ân',
      'Trần Thị Bình',
      'Bùi Thị Dung',
      'Hoàng Minh Đạt',
      'Vũ Đức',
    ];
    expect([...sorted].reverse().sort(compareByGivenName)).toEqual(sorted);
  });
});

describe('joinWesternName', () => {
  it.each([
    ['Đức', 'Nguyễn Văn', 'Nguyễn Văn Đức'],
    ['Nguyễn Văn Đức', '', 'Nguyễn Văn Đức'],
    ['', 'Nguyễn Văn Đức', 'Nguyễn Văn Đức'],
    ['Nguyễn Văn Đức', 'Nguyễn', 'Nguyễn Văn Đức'],
    ['Đức', 'Nguyễn Văn Đức', 'Nguyễn Văn Đức'],
    ['Nguyễn Văn Đức', 'Nguyễn Văn Đức', 'Nguyễn Văn Đức'],
    ['An', 'Đoàn', 'Đoàn An'],
  ])('joins first %j and last %j', (first, last, full) => {
    expect(joinWesternName(first, last)).toBe(full);
  });
});
