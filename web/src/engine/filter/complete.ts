import type { FieldKind } from '#shared/fields/index.ts';
import { relativeDates, type Operator, type RelativeDate, type Word } from '#shared/filter.ts';
import { isDecimal } from '#shared/locale/number.ts';
import { isPresence, kindWords, takesList } from './kind-operators.ts';
import type { FieldPath } from './paths.ts';

/** Whether a condition says everything, so that the list can be asked for it. What is finer the server tells. */
export function isWhole(path: FieldPath, op: Operator, value: unknown): boolean {
  if (!path.operators.includes(op)) return false;
  if (isPresence(op)) return true;
  const said = wordOf(value);
  if (said) return path.behaves === undefined && takesWord(path.field.kind, said.word, op);
  const isOne = (each: unknown) => isOperand(path, op, each);
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every(isOne);
  if (takesList(op)) return Array.isArray(value) && value.length > 0 && value.every(isOne);
  return isOne(value);
}

const takesWord = (kind: FieldKind, word: Word, op: Operator): boolean =>
  kindWords[kind]?.[word]?.includes(op) ?? false;

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

function isOperand({ field, behaves }: FieldPath, op: Operator, value: unknown): boolean {
  switch (behaves ?? field.kind) {
    case 'number':
    case 'duration':
    case 'rating':
      return typeof value === 'number' && Number.isInteger(value);
    case 'decimal':
    case 'percent':
      return isText(value) && isDecimal(value);
    case 'money':
      return isText(amountOf(value)) && isDecimal(String(amountOf(value)));
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return isText(value) && day.test(value);
    case 'dateTime':
      return isText(value) && instant.test(value);
    case 'email':
    case 'emails':
      return isText(value) && (op === 'contains' || op === 'startsWith' || value.includes('@'));
    case 'phone':
    case 'phones':
      return isText(value) && /\d/.test(value);
    default:
      return isText(value);
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const amountOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value;

type SaidWord =
  | { word: 'me' | 'myTeam' | 'myTeams' }
  | { word: 'relative'; relative: RelativeDate };

/** The word that stands in place of a value. */
export function wordOf(value: unknown): SaidWord | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const said = 'relative' in value ? value.relative : undefined;
  const relative = relativeDates.find((each) => each === said);
  if (relative) return { word: 'relative', relative };
  const word = (['me', 'myTeam', 'myTeams'] as const).find((each) => each in value);
  return word && { word };
}
