import { expect, it } from 'vitest';
import { toneOf } from './option.tsx';

const option = (value: string, color?: string) => ({
  value,
  label: { vi: value, en: value },
  ...(color !== undefined && { color }),
});
const tonesOf = (field: { options: ReturnType<typeof option>[] }) =>
  field.options.map((each) => toneOf(field, each));

it('draws what was not begun, what ended well and what ended without success apart', () => {
  const options = [option('new', 'gray'), option('won', 'green'), option('lost', 'slate')];
  expect(tonesOf({ options })).toEqual(['idle', 'ok', 'closed']);
});

it('draws no status where nothing can end well', () => {
  expect(tonesOf({ options: [option('hot', 'red'), option('plain')] })).toEqual([
    undefined,
    undefined,
  ]);
});
