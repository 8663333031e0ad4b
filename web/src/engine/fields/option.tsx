import type { SelectOption } from '#shared/fields/options.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLabel } from '#web/words/language.tsx';
import classes from './fields.module.css';

interface Choice {
  options: readonly SelectOption[];
}

/** The colour an option was given says its tone; each tone has a shape of its own. */
const tones: Readonly<Record<string, Tone>> = {
  green: 'ok',
  teal: 'ok',
  lime: 'ok',
  blue: 'info',
  cyan: 'info',
  orange: 'warn',
  yellow: 'warn',
  red: 'bad',
  pink: 'bad',
  violet: 'plan',
  purple: 'plan',
  indigo: 'plan',
  gray: 'idle',
  // Over, and not well: a cross.
  slate: 'closed',
};

/** A status can end well. Degrees from hot to cold have colours too, but nothing is wrong with what is hot. */
const isStatus = ({ options }: Choice): boolean =>
  options.some(({ color }) => color !== undefined && tones[color] === 'ok');

export function toneOf(field: Choice, option: SelectOption | undefined): Tone | undefined {
  if (option?.color === undefined || !isStatus(field)) return undefined;
  return tones[option.color];
}

/** One option: glyph and word when the field is a status, else the word. */
export function Option({ field, value }: { field: Choice; value: string }) {
  const label = useLabel();
  const option = optionOf(field, value);
  const tone = toneOf(field, option);
  const word = option ? label(option.label) : value;
  if (tone === undefined) return word;
  return (
    <span className={classes.status}>
      <StatusGlyph tone={tone} />
      <span className={classes.cut}>{word}</span>
    </span>
  );
}

export const optionOf = ({ options }: Choice, value: string): SelectOption | undefined =>
  options.find((option) => option.value === value);
