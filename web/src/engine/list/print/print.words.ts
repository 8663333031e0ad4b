import { defineWords } from '#web/words/define-words.ts';

export const printWords = defineWords({
  vi: {
    print: 'In danh sách',
    filter: 'Lọc: {filter}',
    search: 'Tìm “{words}”',
    all: '{count} {name}',
    cut: 'In {shown} dòng đầu trong {count} {name}; muốn có đủ, hãy xuất ra tệp',
    sum: 'Cộng cả {count} {name}',
    printedOn: 'In lúc {date}',
    failed: 'Chưa in được. {why}',
  },
  en: {
    print: 'Print the list',
    filter: 'Filter: {filter}',
    search: 'Search “{words}”',
    all: '{count} {name}',
    cut: 'The first {shown} of {count} {name}; export to a file for all of them',
    sum: 'Sums of all {count} {name}',
    printedOn: 'Printed {date}',
    failed: 'Not printed. {why}',
  },
});
