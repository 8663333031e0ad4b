/**
 * The numbering plan of Vietnam, on the national significant number (no leading 0). Kept here so
 * that the browser needs only the small metadata of libphonenumber-js; a test holds it equal to
 * the library's full metadata.
 */
const MOBILE =
  /^(?:(?:3\d|5[1689]|7[06-9]|8[1-8]|9[0-8])\d|52[238]|559|89[6-9]|99[013-9])\d{6}$|^(?:121[0-3]|1[46]0\d)\d{5}$/;
const FIXED =
  /^2(?:0[3-9]|1[0-689]|2[0-25-9]|[38][2-9]|4[2-8]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7}$/;
const SERVICE = /^(?:1[89]00\d{4,6}|12(?:0[13]|28)\d{4}|[17]99\d{4}|69\d{5,6}|672\d{6})$/;

/** In use by Vietnamobile (052) and Wintel (055), though the library knows only part of them. */
const UNLISTED_MOBILE = /^5[25]\d{7}$/;

/** Eleven-digit mobiles were abolished in 2018. */
const oldMobilePrefixes: Readonly<Record<string, string>> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/** Area codes replaced in 2017 → now, without the leading 0. */
const oldAreaCodes: ReadonlyMap<string, string> = new Map(
  (
    '4:24 8:28 20:214 22:212 25:205 26:206 27:207 29:216 30:229 31:225 33:203 36:227 37:237 ' +
    '38:238 39:239 52:232 53:233 54:234 55:255 56:256 57:257 58:258 59:269 60:260 61:251 ' +
    '62:252 63:263 64:254 66:276 67:277 68:259 70:270 72:272 73:273 74:294 75:275 76:296 ' +
    '77:297 79:299 230:215 231:213 240:204 241:222 280:208 281:209 320:220 321:221 350:228 ' +
    '351:226 500:262 501:261 510:235 511:236 650:274 651:271 710:292 711:293 780:290 781:291'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [before = '', now = ''] = pair.split(':');
      return [before, now];
    }),
);

export function isVietnameseNumber(national: string): boolean {
  return MOBILE.test(national) || FIXED.test(national) || SERVICE.test(national);
}

export function isUnlistedMobile(national: string): boolean {
  return UNLISTED_MOBILE.test(national) && !MOBILE.test(national);
}

/**
 * Digits of a Vietnamese number with the prefix of an abolished eleven-digit mobile replaced;
 * every other number comes back as its digits.
 */
export function migrateOldMobile(raw: string): string {
  const digits = raw
    .replace(/[^\d+]/g, '')
    .replace(/^\+?(?:0084|84(?=0?\d{9,10}$))0?/, '0')
    .replace(/^0+(?=1\d{9}$)/, '0');
  if (!/^01\d{9}$/.test(digits)) return digits;
  const now = oldMobilePrefixes[digits.slice(0, 4)];
  return now === undefined ? digits : now + digits.slice(4);
}

/** The fixed line of today for a national number with an area code of before 2017. */
export function migrateOldAreaCode(national: string): string | undefined {
  for (const length of [3, 2, 1]) {
    const now = oldAreaCodes.get(national.slice(0, length));
    if (now === undefined) continue;
    const line = now + national.slice(length);
    if (FIXED.test(line)) return line;
  }
  return undefined;
}

/** National spelling in the groups people read: 0901 234 567, 024 3825 1234, 1900 1234. */
export function formatVietnameseNumber(national: string): string {
  if (/^1[89]/.test(national)) return `${national.slice(0, 4)} ${national.slice(4)}`;
  if (/^2[48]/.test(national) && national.length === 10) return grouped(national, 2, 4);
  if (national.length === 10) return grouped(national, 3, 4);
  if (national.length === 9) return grouped(national, 3, 3);
  return `0${national}`;
}

function grouped(national: string, first: number, second: number): string {
  const rest = national.slice(first);
  return `0${national.slice(0, first)} ${rest.slice(0, second)} ${rest.slice(second)}`;
}
