import { describe, expect, it } from 'vitest';
import { foldCompanyName } from './company-name.ts';

describe('foldCompanyName', () => {
  it.each([
    ['Công ty TNHH Hoa Mai', 'hoa mai'],
    ['CTY TNHH HOA MAI', 'hoa mai'],
    ['Công ty Trách nhiệm hữu hạn Một thành viên Hoa Mai', 'hoa mai'],
    ['Cty TNHH MTV TM & DV Hoa Mai', 'hoa mai'],
    ['Công ty Cổ phần Thương mại Dịch vụ Hoa Mai', 'hoa mai'],
    ['Công ty CP Sản xuất và Xuất nhập khẩu Hoa Mai', 'hoa mai'],
    ['Chi nhánh Công ty TNHH SX XNK Hoa Mai', 'hoa mai'],
    ['DNTN Hoa Mai', 'hoa mai'],
    ['Doanh nghiệp tư nhân Hoa Mai', 'hoa mai'],
    ['Hộ kinh doanh Hoa Mai', 'hoa mai'],
    ['HKD Hoa Mai', 'hoa mai'],
    ['HOA MAI CO., LTD', 'hoa mai'],
    ['Hoa Mai Company Limited', 'hoa mai'],
    ['Hoa Mai Trading Import-Export JSC', 'hoa mai'],
    ['Hoa Mai Joint Stock Company', 'hoa mai'],
    ['Hoa Mai Group', 'hoa mai'],
    ['Acme Inc.', 'acme'],
    ['Acme, L.L.C.', 'acme'],
    ['Acme Corporation', 'acme'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Cosmos', 'cosmos'],
    ['', ''],
  ])('folds %j to %j', (name, expected) => {
    expect(foldCompanyName(name)).toBe(expected);
    expect(foldCompanyName(name.normalize('NFD'))).toBe(expected);
  });

  it('keeps a name made of company words only', () => {
    expect(foldCompanyName('Công ty Cổ phần Thương mại')).toBe('cong ty co phan thuong mai');
    expect(foldCompanyName('Trading Company')).toBe('trading company');
  });
});
