/** Longer values are read in several lines. */
const longLine = 120;

const forms = [
  ['date', /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})$/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['url', /^(?:https?:\/\/|www\.)\S+$/i],
  // A leading nought or plus is lost in a number, so it is no number.
  ['phone', /^(?:\+|0)[\d .()-]{8,}$/],
  ['number', /^-?(?:\d{1,15}|\d{1,3}(?:[.,]\d{3})+)$/],
  ['decimal', /^-?\d{1,3}(?:[.,]?\d{3})*[.,]\d{1,6}$/],
] as const;

export type GuessedKind = (typeof forms)[number][0] | 'text' | 'longText';

/** What kind of field the values of a column want; text where they do not agree. */
export function guessKind(samples: readonly string[]): GuessedKind {
  const values = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  if (values.length === 0) return 'text';
  const form = forms.find(([, pattern]) => values.every((value) => pattern.test(value)));
  if (form) return form[0];
  return values.some((value) => value.length > longLine || value.includes('\n'))
    ? 'longText'
    : 'text';
}
