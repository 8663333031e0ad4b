/** The 63 provinces before July 2025: old code, name, code of the province they belong to now. */
const table = `
01 01 Hà Nội
02 08 Hà Giang
04 04 Cao Bằng
06 19 Bắc Kạn
08 08 Tuyên Quang
10 15 Lào Cai
11 11 Điện Biên
12 12 Lai Châu
14 14 Sơn La
15 15 Yên Bái
17 25 Hoà Bình
19 19 Thái Nguyên
20 20 Lạng Sơn
22 22 Quảng Ninh
24 24 Bắc Giang
25 25 Phú Thọ
26 25 Vĩnh Phúc
27 24 Bắc Ninh
30 31 Hải Dương
31 31 Hải Phòng
33 33 Hưng Yên
34 33 Thái Bình
35 37 Hà Nam
36 37 Nam Định
37 37 Ninh Bình
38 38 Thanh Hoá
40 40 Nghệ An
42 42 Hà Tĩnh
44 44 Quảng Bình
45 44 Quảng Trị
46 46 Thừa Thiên Huế
48 48 Đà Nẵng
49 48 Quảng Nam
51 51 Quảng Ngãi
52 52 Bình Định
54 66 Phú Yên
56 56 Khánh Hoà
58 56 Ninh Thuận
60 68 Bình Thuận
62 51 Kon Tum
64 52 Gia Lai
66 66 Đắk Lắk
67 68 Đắk Nông
68 68 Lâm Đồng
70 75 Bình Phước
72 80 Tây Ninh
74 79 Bình Dương
75 75 Đồng Nai
77 79 Bà Rịa - Vũng Tàu
79 79 Hồ Chí Minh
80 80 Long An
82 82 Tiền Giang
83 86 Bến Tre
84 86 Trà Vinh
86 86 Vĩnh Long
87 82 Đồng Tháp
89 91 An Giang
91 91 Kiên Giang
92 92 Cần Thơ
93 92 Hậu Giang
94 92 Sóc Trăng
95 96 Bạc Liêu
96 96 Cà Mau
`;

export interface OldProvince {
  code: string;
  name: string;
  newCode: string;
}

export const oldProvinces: readonly OldProvince[] = table
  .trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, 2), newCode: line.slice(3, 5), name: line.slice(6) }));

/** What the parts of today's province were called before, other than it is. */
export const formerNames = (code: string, name: string): string[] =>
  oldProvinces.flatMap((old) => (old.newCode === code && old.name !== name ? old.name : []));
