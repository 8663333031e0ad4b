import { fold } from '#shared/locale/text.ts';

/** Prefixes of units, folded, as written out and as abbreviated. Longest first. */
const prefixes: readonly (readonly [kind: string, pattern: string])[] = [
  ['thi tran', 'thi tran|tt'],
  ['thi xa', 'thi xa|tx'],
  ['thanh pho', 'thanh pho|t\\.p|tp'],
  ['dac khu', 'dac khu|dk'],
  ['phuong', 'phuong|p|f'],
  ['xa', 'xa|x'],
  ['quan', 'quan|q'],
  ['huyen', 'huyen|h'],
  ['tinh', 'tinh|t'],
];
const PREFIX = new RegExp(
  `^(?:${prefixes.map(([, pattern]) => `(${pattern})`).join('|')})(?:\\. ?| |(?=\\d+$))(?=[\\p{L}\\p{N}])`,
  'u',
);

export interface UnitKey {
  /** Folded full word of the prefix, or empty when none was written. */
  kind: string;
  /** Letters and digits only, folded, without leading zeros: `ben nghe` and `Bến-Nghé` agree. */
  name: string;
}

/** What two spellings of one unit have in common: `P. Bến Nghé`, `phường bến nghé`, `P5`, `F.05`. */
export function unitKey(text: string): UnitKey {
  const folded = fold(text);
  const found = PREFIX.exec(folded);
  const kind = found === null ? '' : (prefixes[found.slice(1).findIndex(Boolean)]?.[0] ?? '');
  return { kind, name: bareName(folded.slice(found?.[0].length ?? 0)) };
}

export function bareName(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '').replace(/^0+(?=\d)/, '');
}

/** A written kind must agree; a missing one agrees with any. */
export function sameUnit(typed: UnitKey, unit: UnitKey): boolean {
  return typed.name === unit.name && (typed.kind === '' || typed.kind === unit.kind);
}
