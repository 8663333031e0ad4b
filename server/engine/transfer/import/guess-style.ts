import type { FieldKind } from '#shared/fields/index.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import { guessDateOrder } from '#shared/locale/date.ts';
import { guessNumberStyle } from '#shared/locale/number.ts';
import type { TableRow } from '../read/table.ts';
import type { ImportOptions, ImportQuestion, PlannedColumn } from './types.ts';
import type { Target } from './targets.ts';

const dated = new Set<FieldKind>(['date', 'dateTime']);
const numbered = new Set<FieldKind>(['number', 'decimal', 'money', 'percent', 'rating']);
/** Kept per column and reading: a few values of each tell as much as all. */
const mostKept = 20;

/** Watches all rows of a file for how it writes dates and numbers; the rows themselves are not kept. */
export interface StyleWatch {
  see: (row: TableRow) => void;
  /** What is certain, and what has to be asked. */
  result(
    options: ImportOptions,
    language: 'vi' | 'en',
  ): { dates: TextStyle['dates']; numbers: TextStyle['numbers']; questions: ImportQuestion[] };
  /** Whether some amount of a column has decimals. */
  hasDecimals: (columnIndex: number) => boolean;
}

interface Watched {
  column: PlannedColumn;
  guess: (samples: readonly string[]) => string;
  kept: Map<string, Set<string>>;
}

export function watchStyle(
  columns: readonly PlannedColumn[],
  targets: ReadonlyMap<string, Target>,
): StyleWatch {
  const watch = (kinds: ReadonlySet<FieldKind>, guess: Watched['guess']): Watched[] =>
    columns
      .filter(({ target }) => kinds.has(targets.get(target ?? '')?.field.kind ?? 'json'))
      .map((column) => ({ column, guess, kept: new Map() }));
  const days = watch(dated, withoutTime);
  const amounts = watch(numbered, guessNumberStyle);
  const all = [...days, ...amounts];
  return {
    see({ cells, types }) {
      for (const { column, guess, kept } of all) {
        const cell = cells[column.index] ?? '';
        const type = types?.[column.index] ?? 'string';
        // A spreadsheet's own dates and numbers have no style.
        if (cell === '' || type !== 'string') continue;
        const reading = guess([cell]);
        const known = kept.get(reading) ?? new Set();
        kept.set(reading, known);
        if (known.size < mostKept) known.add(cell);
      }
    },
    result(options, language) {
      const questions: ImportQuestion[] = [];
      const dates = options.dates ?? decide(days, 'dates', ['dmy', 'mdy'], questions);
      const numbers = options.numbers ?? decide(amounts, 'numbers', ['vi', 'en'], questions);
      return {
        dates: dates === 'mdy' || dates === 'ymd' ? dates : 'dmy',
        numbers: numbers === 'en' || numbers === 'vi' ? numbers : language,
        questions,
      };
    },
    hasDecimals: (index) =>
      amounts
        .filter(({ column }) => column.index === index)
        .some(({ kept }) => [...kept.values()].some((texts) => [...texts].some(endsInCents))),
  };
}

/** One or two digits behind the last mark: no thousands end so. Amounts that name their currency ask for none. */
const endsInCents = (text: string): boolean => /^[-(]?[\d.,\s]*\d[.,]\d{1,2}\)?$/.test(text.trim());

/** A date that says its order itself, such as year first, leaves nothing to ask. */
const withoutTime = (samples: readonly string[]): string => guessDateOrder(samples);

function decide(
  watched: readonly Watched[],
  option: ImportQuestion['option'],
  choices: string[],
  questions: ImportQuestion[],
): string | undefined {
  const samples = watched.flatMap(({ kept }) => [...kept.values()].flatMap((texts) => [...texts]));
  if (samples.length === 0) return undefined;
  const guessed = watched[0]?.guess(samples) ?? 'uncertain';
  if (guessed !== 'uncertain') return guessed;
  const open = watched.filter(({ kept }) => kept.has('uncertain'));
  const clashing = open.length > 0 ? open : watched;
  const unreadable =
    option === 'dates' &&
    open.every(
      ({ kept }) =>
        kept.size === 1 && ![...(kept.get('uncertain') ?? [])].some((text) => /\d/.test(text)),
    );
  // What can be read in no order at all is a problem of its cells, not a question.
  if (unreadable) return undefined;
  questions.push({
    option,
    choices,
    columns: clashing.map(({ column }) => column.name),
    samples: clashing
      .flatMap(({ kept }) => [...kept.values()].flatMap((texts) => [...texts].slice(0, 3)))
      .slice(0, 6),
  });
  return undefined;
}
