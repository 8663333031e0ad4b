import { expect, it } from 'vitest';
import { keyFrom, pathFrom } from './new-names.ts';

it('names things for programs from what people call them', () => {
  expect(keyFrom('Hợp đồng bảo trì')).toBe('hopDongBaoTri');
  expect(pathFrom('Hợp đồng bảo trì')).toBe('hop-dong-bao-tri');
  expect(keyFrom('5S kiểm tra')).toBe('x5sKiemTra');
  expect(keyFrom(' – ')).toBe('');
});
