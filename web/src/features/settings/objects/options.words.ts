import { defineWords } from '#web/words/define-words.ts';

/** Options of kinds; `<kind>_<option>` where it is called differently for one of them. */
export const optionWords = defineWords({
  vi: {
    min: 'Nhỏ nhất',
    max: 'Lớn nhất',
    text_max: 'Dài nhất, số ký tự',
    longText_max: 'Dài nhất, số ký tự',
    duration_max: 'Lâu nhất, số phút',
    rating_max: 'Số sao',
    scale: 'Số chữ số sau dấu phẩy',
    plain: 'Viết liền, không dấu chấm: năm, mã số',
    unsummed: 'Không cộng lại: điểm, nhịp',
    options: 'Các lựa chọn',
    open: 'Nhập tệp được thêm lựa chọn mới',
    to: 'Nối tới',
    inverse: 'Tên danh sách trên trang bên kia',
    tree: 'Cây: bản ghi này đứng dưới bản ghi kia',
    pattern: 'Mẫu số',
    versions: 'Giữ các bản trước, tìm được theo chữ trong tệp, ghi lại ai đã mở',
    unknownOption: 'Tuỳ chọn khác',
  },
  en: {
    min: 'Smallest',
    max: 'Largest',
    text_max: 'Longest, in characters',
    longText_max: 'Longest, in characters',
    duration_max: 'Longest, in minutes',
    rating_max: 'Number of stars',
    scale: 'Digits after the point',
    plain: 'Written without separators: years, codes',
    unsummed: 'Never added up: scores, paces',
    options: 'Options',
    open: 'Imports may add new options',
    to: 'Points to',
    inverse: 'Name of the list on the other page',
    tree: 'Tree: this record stands below the other',
    pattern: 'Pattern',
    versions: 'Keep earlier versions, find by the words in the file, note who opened it',
    unknownOption: 'Another option',
  },
});

type Word = keyof (typeof optionWords)['vi'];

const isKnown = (name: string): name is Word => Object.hasOwn(optionWords.vi, name);

/** What an option of a kind is called: by a name of its own for the kind, or as with every kind. */
export function optionWord(kind: string, name: string): Word {
  const own = `${kind}_${name}`;
  if (isKnown(own)) return own;
  return isKnown(name) ? name : 'unknownOption';
}
