import { fold } from '#shared/locale/text.ts';
import type { Language } from '#shared/messages/language.ts';
import { pathText } from './filter-words.ts';
import type { FieldPath } from './paths.ts';
import type { Line } from './tree/filter-tree.ts';

/** A value somebody may mean by what they typed, with the condition it makes. */
export interface FoundValue {
  path: FieldPath;
  text: string;
  /** What it is found by. */
  by: string;
  line: Pick<Line, 'op' | 'value'>;
}

/** What can be told apart by name: codes of places, people, teams. */
export interface Named {
  id: string;
  name: string;
  /** What it is found by, when that is not its name. */
  by?: string;
}
export interface ValueSources {
  /** By their names of today and of before. */
  provinces: readonly Named[];
  /** Found by what was typed. */
  wards: readonly Named[];
  members: readonly Named[];
  teams: readonly Named[];
}

/** 0 is best; undefined does not match. Accents and tones do not count. */
export function rank(text: string, wanted: string): number | undefined {
  const folded = fold(text);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.includes(` ${wanted}`)) return 2;
  if (folded.includes(wanted)) return 3;
  return wanted.includes(' ') && wanted.split(' ').every((word) => folded.includes(word))
    ? 4
    : undefined;
}

const best = <T>(items: readonly T[], text: (item: T) => string, wanted: string): T[] =>
  items
    .flatMap((item) => {
      const found = rank(text(item), wanted);
      return found === undefined ? [] : { item, found };
    })
    .toSorted((a, b) => a.found - b.found)
    .map(({ item }) => item);

export const findFields = (
  paths: readonly FieldPath[],
  words: string,
  language: Language,
): FieldPath[] => best(paths, (path) => pathText(path, language), fold(words));

const shortest = 2;
const most = 8;

/** `Hà Nội` finds the provinces of addresses, `Nguyễn` colleagues, `tiềm năng` options. */
export function findValues(
  paths: readonly FieldPath[],
  words: string,
  sources: ValueSources,
  language: Language,
): FoundValue[] {
  const wanted = fold(words);
  if (wanted.length < shortest) return [];
  const all = paths.flatMap((path) => valuesOf(path, sources, language));
  return best(all, ({ by }) => by, wanted).slice(0, most);
}

function valuesOf(path: FieldPath, sources: ValueSources, language: Language): FoundValue[] {
  const { field, part } = path;
  const named = (items: readonly Named[], op: 'in' | 'eq'): FoundValue[] =>
    items.map(({ id, name, by = name }) => ({
      path,
      text: name,
      by,
      line: { op, value: op === 'in' ? [id] : id },
    }));
  if (part === 'provinceCode') return named(sources.provinces, 'in');
  if (part === 'wardCode') return named(sources.wards, 'in');
  if (part !== undefined) return [];
  if (field.kind === 'member') return named(sources.members, 'eq');
  if (field.kind === 'team') return named(sources.teams, 'eq');
  if (field.kind !== 'select' && field.kind !== 'multiSelect') return [];
  const op = field.kind === 'select' ? 'in' : 'hasAny';
  return field.options
    .filter(({ archived }) => archived !== true)
    .map(({ value, label }) => ({
      path,
      text: label[language],
      by: label[language],
      line: { op, value: [value] },
    }));
}
