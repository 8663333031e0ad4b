import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { fold } from '../locale/text.ts';
import { parseInteger } from './exact.ts';
import { accept, asOperand, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface DurationField extends FieldBase {
  kind: 'duration';
  /** Longest, in minutes; ten years when not said. */
  max?: number;
}

const tenYears = 10 * 366 * 24 * 60;

const parse = (input: unknown, { max = tenYears }: Pick<DurationField, 'max'>) =>
  parseInteger(input, 0, max);

/** Whole minutes. */
export const duration: ValueKind<DurationField, number> = {
  options: z.strictObject({ max: z.int().min(1).max(tenYears).optional() }),
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parse(input, {})),
  toText: (value) => `${Math.floor(value / 60)}h${String(value % 60).padStart(2, '0')}`,
  fromText(text, field) {
    const minutes = readMinutes(text);
    return minutes.ok && minutes.value !== null ? parse(minutes.value, field) : minutes;
  },
  jsonSchema: ({ max = tenYears }) => ({ type: 'integer', minimum: 0, maximum: max }),
};

const onlyMinutes = /^(\d{1,9}) ?(?:m|p|'|ph|phut|mins?|minutes?)?$/;
const withHours =
  /^(\d{1,7}) ?(?::|h|g|gio|tieng|hrs?|hours?)(?: ?(\d{1,2}) ?(?:m|p|'|ph|phut|mins?|minutes?)?)?$/;

/** `90`, `1:30`, `1h30`, `2h`, `1 giờ 30 phút`, `45 phút`. */
function readMinutes(text: string): Parsed<number | null> {
  if (text.length > 60) return refuse('badFormat');
  const words = fold(text);
  if (words === '') return accept(null);
  const alone = onlyMinutes.exec(words)?.[1];
  if (alone !== undefined) return accept(Number(alone));
  const [, hours, minutes = '0'] = withHours.exec(words) ?? [];
  if (hours === undefined || Number(minutes) > 59) return refuse('badFormat');
  return accept(Number(hours) * 60 + Number(minutes));
}
