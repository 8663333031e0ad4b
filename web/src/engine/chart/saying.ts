import type { Language } from '#shared/messages/language.ts';
import { say } from '#web/words/define-words.ts';
import { inSentence } from '../list/in-sentence.ts';
import { groupValue, many, type ChartData } from './chart-data.ts';
import { chartWords } from './chart.words.ts';

interface Options {
  language: Language;
  show(value: number): string;
  /** Groups add up to a whole. */
  isWhole: boolean;
  /** How long the times are that groups are named after. */
  bucket?: string | undefined;
}

/** What to see in a chart, in one sentence; nothing when there is nothing. */
export function saying(data: ChartData, options: Options): string | undefined {
  const { language, show, isWhole, bucket } = options;
  const named = data.groups.flatMap(({ key, name }, at) =>
    key === many ? [] : { key, name, value: isWhole ? groupValue(data, at) : highest(data, at) },
  );
  const value = Math.max(...named.map((each) => each.value));
  const best = named.filter((each) => each.value === value);
  const [first] = best;
  if (!first || !(value > 0)) return undefined;
  const names = best.slice(0, 3).map(({ name }, at) => {
    const said = stretchName(name, bucket, language);
    return said === name || at === 0 ? said : inSentence(said);
  });
  const name = listed(names, language);
  const part = Math.round((value / data.total) * 100);
  // Almost everything is not everything.
  const share = value < data.total ? Math.min(part, 99) : part;
  return isWhole && best.length === 1
    ? say(chartWords, language, first.key === null ? 'mostNone' : 'largest', {
        name,
        value: show(value),
        share,
        total: show(data.total),
      })
    : say(chartWords, language, 'highest', { name, value: show(value), count: names.length });
}

/** `tháng 1 và tháng 5`. */
const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

/** `11/2026` on an axis is `Tháng 11/2026` in a sentence. */
const stretchName = (name: string, bucket: string | undefined, language: Language): string =>
  bucket === 'week' || bucket === 'month' || bucket === 'year'
    ? say(chartWords, language, `${bucket}Of`, { name })
    : name;

const highest = ({ series }: ChartData, at: number): number =>
  Math.max(0, ...series.map(({ values }) => values[at] ?? 0));
