/** A run of a company's name: what tells it from others, or the legal form and trade that many begin with. */
export interface NamePart {
  text: string;
  tells: boolean;
}

const forms = 'tổng công ty|công ty|cty|c\\.ty|ctcp|hộ kinh doanh|hkd|doanh nghiệp tư nhân|dntn';
const trades =
  'tnhh|trách nhiệm hữu hạn|cổ phần|cp|hợp danh|mtv|(?:một|hai|1|2) thành viên(?: trở lên)?' +
  '|thương mại|tm|dịch vụ|dv|tmdv|sản xuất|sx|xuất nhập khẩu|xnk|và|&';
const formRun = new RegExp(
  `(?<![\\p{L}\\d])(?:${forms})(?:[\\s,-]+(?:${trades})(?![\\p{L}\\d]))*\\s+(?=\\S)`,
  'giu',
);

/**
 * `Chi nhánh Huế – Công ty Cổ phần Hoa Sen` in its order, as what tells and what does not; the parts together are the
 * name. Words of a trade count only behind a legal form: without one they are what a name tells.
 */
export function nameParts(name: string): NamePart[] {
  const whole = name.normalize('NFC');
  const parts: NamePart[] = [];
  let end = 0;
  const add = (to: number, tells: boolean) => {
    if (to > end) parts.push({ text: whole.slice(end, to), tells });
    end = to;
  };
  for (const { index, 0: run } of whole.matchAll(formRun)) {
    add(index, true);
    add(index + run.length, false);
  }
  add(whole.length, true);
  return parts;
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/tổng công ty/giu, 'TCT'],
  [/công ty cổ phần/giu, 'CTCP'],
  [/công ty/giu, 'Cty'],
  [/trách nhiệm hữu hạn/giu, 'TNHH'],
  [/cổ phần/giu, 'CP'],
  [/(?:một|1) thành viên/giu, 'MTV'],
  [/hộ kinh doanh/giu, 'HKD'],
  [/doanh nghiệp tư nhân/giu, 'DNTN'],
  [/thương mại/giu, 'TM'],
  [/dịch vụ/giu, 'DV'],
  [/sản xuất/giu, 'SX'],
  [/xuất nhập khẩu/giu, 'XNK'],
];

/** `CTCP Hoa Sen`: the legal form and trade in the letters that everybody writes for them, the rest as it is. */
export const shortCompanyName = (name: string): string =>
  nameParts(name)
    .map(({ text, tells }) =>
      tells
        ? text.replace(/^chi nhánh(?=\s)/iu, 'CN')
        : shortForms.reduce((said, [form, short]) => said.replace(form, short), text),
    )
    .join('');
