import { describe, expect, it } from 'vitest';
import { nameParts, shortCompanyName } from './legal-form.ts';

const telling = (name: string) =>
  nameParts(name)
    .filter(({ tells }) => tells)
    .map(({ text }) => text);

describe('what tells companies apart', () => {
  it('stands behind the legal form and the trade', () => {
    expect(telling('Công ty Cổ phần Công nghệ Hải Vân')).toEqual(['Công nghệ Hải Vân']);
    expect(telling('CÔNG TY TNHH MỘT THÀNH VIÊN Thương mại và Dịch vụ Phương Đông')).toEqual([
      'Phương Đông',
    ]);
    expect(telling('Hộ kinh doanh Hương Quê')).toEqual(['Hương Quê']);
  });

  it('stands on both sides of the form in the name of a branch', () => {
    expect(telling('Chi nhánh Huế – Công ty Cổ phần Hoa Sen')).toEqual([
      'Chi nhánh Huế – ',
      'Hoa Sen',
    ]);
  });

  it('is the whole name where there is no form, or nothing but one', () => {
    expect(telling('Thương mại Hoa Sen')).toEqual(['Thương mại Hoa Sen']);
    expect(telling('Công ty')).toEqual(['Công ty']);
    expect(telling('Nguyễn Thị Hoa')).toEqual(['Nguyễn Thị Hoa']);
  });

  it('loses no letter', () => {
    for (const name of ['Công ty TNHH Cổng Xanh', 'Công  ty  CP X', 'Chi nhánh – Cty TNHH A & B'])
      expect(
        nameParts(name)
          .map(({ text }) => text)
          .join(''),
      ).toBe(name);
  });
});

describe('a name for narrow places', () => {
  it('has the usual letters for the form and the trade, and the rest as it is', () => {
    expect(shortCompanyName('Công ty Cổ phần Công nghệ Hải Vân')).toBe('CTCP Công nghệ Hải Vân');
    expect(
      shortCompanyName('Công ty TNHH Một thành viên Thương mại Dịch vụ Vật tư Phương Đông'),
    ).toBe('Cty TNHH MTV TM DV Vật tư Phương Đông');
    expect(shortCompanyName('Chi nhánh Huế – Hộ kinh doanh Hoa Sữa')).toBe('CN Huế – HKD Hoa Sữa');
  });

  it('is the name itself where there is no form', () => {
    for (const name of ['Khách sạn Thương mại', 'Nguyễn Thị Hoa', 'Vinamilk'])
      expect(shortCompanyName(name)).toBe(name);
  });
});
