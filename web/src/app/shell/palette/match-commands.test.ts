import { describe, expect, it } from 'vitest';
import type { Command } from '#web/engine/commands/commands.ts';
import { matchCommands } from './match-commands.ts';

const command = (label: string, more: Partial<Command> = {}): Command => ({
  id: label,
  label,
  run: () => undefined,
  ...more,
});
const commands = [
  command('Mở khách hàng', { group: 'Danh sách' }),
  command('Thêm khách hàng', { group: 'Tạo' }),
  command('Khách hàng ưu tiên'),
  command('Xuống một dòng', { keysOnly: true }),
];
const found = (typed: string) => matchCommands(commands, typed, 9).map(({ label }) => label);

describe('commands', () => {
  it('are found by words without accents, those that begin so first', () => {
    expect(found('khach')).toEqual(['Khách hàng ưu tiên', 'Mở khách hàng', 'Thêm khách hàng']);
  });

  it('are found by their group', () => {
    expect(found('danh sach')).toEqual(['Mở khách hàng']);
  });

  it('that are only keys are not offered', () => {
    expect(found('xuong')).toEqual([]);
    expect(found('')).toHaveLength(3);
  });
});
