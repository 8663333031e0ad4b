/**
 * Passwords of ten characters and more that people really choose follow a few habits: a favourite
 * word with a year or a run of digits, a walk over the keyboard, a word twice. The list is made from
 * those habits (own work, under the licence of the project), Vietnamese ones included; the lists of
 * leaked passwords hold little else at this length.
 */
const words = [
  ...'password passwd passw0rd p@ssword p@ssw0rd passwort motdepasse contrasena senha parola'.split(
    ' ',
  ),
  ...'admin administrator root superadmin sysadmin system manager user guest test tester demo'.split(
    ' ',
  ),
  ...'welcome letmein login access secret changeme default master hello helloworld whatever'.split(
    ' ',
  ),
  ...'iloveyou loveyou lovely princess sunshine football baseball basketball superman batman'.split(
    ' ',
  ),
  ...'dragon monkey shadow michael jordan jennifer charlie ashley daniel jessica michelle'.split(
    ' ',
  ),
  ...'qwerty qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e4r'.split(' '),
  ...'1qaz2wsx zaq12wsx q1w2e3r4 abc abcd abcdef abcdefg abcdefgh aaaaaa google facebook'.split(
    ' ',
  ),
  ...'computer internet samsung iphone microsoft windows pokemon naruto liverpool arsenal'.split(
    ' ',
  ),
  ...'chelsea barcelona realmadrid manchester summer winter spring autumn january december'.split(
    ' ',
  ),
  ...'monday friday london newyork freedom trustno1 starwars mustang ferrari corvette'.split(' '),
  ...'matkhau matkhaucuatoi khongbiet khongco khongnho quenmatkhau dangnhap taikhoan'.split(' '),
  ...'anhyeuem emyeuanh yeuem yeuanh iloveyouso tinhyeu hanhphuc mayman thanhcong giadinh'.split(
    ' ',
  ),
  ...'vietnam vietnamvodich vnvodich saigon hanoi danang haiphong cantho dongnai hochiminh'.split(
    ' ',
  ),
  ...'nguyen tran hoang phuong thanh tuananh minhanh quanganh thuytrang ngoclan hoanglong'.split(
    ' ',
  ),
  ...'nguyenvana nguyenvan congty congtytnhh ketoan nhanvien giamdoc kinhdoanh khachhang'.split(
    ' ',
  ),
  ...'company business office sales marketing support service customer crm duyen'.split(' '),
];

const years = Array.from({ length: 81 }, (_, index) => String(1950 + index));
const runs = ['1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789'];
const endings: ReadonlySet<string> = new Set([
  '',
  ...years,
  ...runs,
  ...runs.map((run) => `@${run}`),
  ...years.map((year) => `@${year}`),
  ...'0 00 000 01 1! 11 111 1111 123! 123@ 123!@# 1234! 12345! 2 22 3 321 4321 54321 654321'.split(
    ' ',
  ),
  ...'! !! !!! !@# !@#$ @ . 007 5 6 666 68 6868 7 77 777 79 7979 8 88 888 8888 9 99 999 9999'.split(
    ' ',
  ),
]);

const walks = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop[]asdfghjkl',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()_+',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4g5h6j7k8l9',
  'a1b2c3d4e5f6g7h8i9j0',
  'aa11bb22cc33dd44ee55',
];

/** All of the list, for those who want to see it; nothing keeps it in memory. */
export function* commonPasswords(): Generator<string> {
  for (const word of words)
    for (const rest of [...endings, word, word + word])
      if (word.length + rest.length >= 10) yield word + rest;
}

export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  return words.some((word) => isWordWithHabit(plain, word)) || isWalk(plain) || isRepeated(plain);
}

function isWordWithHabit(password: string, word: string): boolean {
  if (!password.startsWith(word)) return false;
  const rest = password.slice(word.length);
  return endings.has(rest) || rest === word || rest === word + word;
}

/** A part of a walk, or all of one with a few characters after it. */
const isWalk = (password: string) =>
  walks.some(
    (walk) =>
      walk.includes(password) || (password.startsWith(walk) && password.length < walk.length + 5),
  );

/** `aaaaaaaaaa`, `abcabcabcabc`: up to four characters over and over. */
function isRepeated(password: string): boolean {
  const characters = [...password];
  return [1, 2, 3, 4].some((period) =>
    characters.every((character, index) => character === characters[index % period]),
  );
}
