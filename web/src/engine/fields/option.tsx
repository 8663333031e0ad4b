import type { SelectOption } from '#shared/fields/options.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLabel } from '#web/words/language.tsx';
import classes from './fields.module.css';

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
};

export const toneOf = (option: SelectOption | undefined): Tone | undefined =>
  option?.color === undefined ? undefined : tones[option.color];

/** One option: glyph and word when it has a tone, else the word. */
export function Option({ option, value }: { option: SelectOption | undefined; value: string }) {
  const label = useLabel();
  const tone = toneOf(option);
  const word = option ? label(option.label) : value;
  if (tone === undefined) return word;
  return (
    <span className={classes.status}>
      <StatusGlyph tone={tone} />
      <span className={classes.cut}>{word}</span>
    </span>
  );
}

export const optionOf = (
  { options }: { options: readonly SelectOption[] },
  value: string,
): SelectOption | undefined => options.find((option) => option.value === value);
