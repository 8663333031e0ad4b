import type { Filter, Operator } from '#shared/filter.ts';
import type { Language } from '#shared/messages/language.ts';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import { say } from '#web/words/define-words.ts';
import { inSentence } from '../list/in-sentence.ts';
import { filterWords } from './filter.words.ts';
import { isPresence } from './kind-operators.ts';
import { operatorWord } from './operator-words.ts';
import { findPath, type FieldPath } from './paths.ts';
import { readFilter, type Group, type Line, type Node } from './tree/filter-tree.ts';
import { operandText, type Names, type Speaker } from './value-text.ts';

export interface Sayer extends Speaker {
  object: ScreenObject;
  model: ScreenModel;
}

/** `Địa chỉ: tỉnh, thành phố`, `Khu vực của công ty mẹ`. */
export function pathText({ field, part, via }: FieldPath, language: Language): string {
  const own = field.label[language];
  const named =
    part === undefined
      ? own
      : say(filterWords, language, 'partOf', {
          field: inSentence(own),
          part: say(filterWords, language, part as keyof (typeof filterWords)['vi']),
        });
  return via
    ? say(filterWords, language, 'throughOf', {
        field: named,
        owner: inSentence(via.label[language]),
      })
    : named;
}

/** What says the same as the negation. */
const opposites: Readonly<Partial<Record<Operator, Operator>>> = {
  eq: 'ne',
  ne: 'eq',
  in: 'notIn',
  notIn: 'in',
  isEmpty: 'isNotEmpty',
  isNotEmpty: 'isEmpty',
};

/** The three parts of a chip. */
export function lineTexts(line: Line, sayer: Sayer): { field: string; op: string; value: string } {
  const { language } = sayer;
  const path = findPath(line.field, sayer.object, sayer.model);
  if (!path) return { field: say(filterWords, language, 'gone'), op: '', value: '' };
  const opposite = line.isNot ? opposites[line.op] : undefined;
  const word = say(filterWords, language, operatorWord(path, opposite ?? line.op, line.value));
  return {
    field: pathText(path, language),
    op: line.isNot && !opposite ? say(filterWords, language, 'notSo', { what: word }) : word,
    value: isPresence(line.op) ? '' : valueText(path, line, sayer),
  };
}

function valueText(path: FieldPath, { op, value }: Line, sayer: Sayer): string {
  const { language } = sayer;
  if (value === undefined) return '…';
  if (!Array.isArray(value)) return operandText(path, value, sayer);
  const texts = value.map((each) => operandText(path, each, sayer));
  if (op === 'between')
    return say(filterWords, language, 'and2', { a: texts[0] ?? '…', b: texts[1] ?? '…' });
  return joined(texts, op === 'hasAll' ? 'and' : 'or', language);
}

function joined(texts: readonly string[], word: 'and' | 'or', language: Language): string {
  const last = texts.at(-1) ?? '';
  if (texts.length < 2) return last;
  return `${texts.slice(0, -1).join(', ')} ${say(filterWords, language, word)} ${last}`;
}

export function nodeText(node: Node, sayer: Sayer, isInside = false): string {
  if (node.type === 'group') return groupText(node, sayer, isInside);
  const { field, op, value } = lineTexts(node, sayer);
  const name = isInside ? inSentence(field) : field;
  return [name, op, value].filter((text) => text !== '').join(' ');
}

function groupText(group: Group, sayer: Sayer, isInside: boolean): string {
  const texts = group.nodes.map((node, i) => nodeText(node, sayer, isInside || i > 0));
  const text = joined(texts, group.join, sayer.language);
  if (group.isNot) return say(filterWords, sayer.language, 'notThis', { what: `(${text})` });
  return isInside && texts.length > 1 ? `(${text})` : text;
}

/** The whole filter as one sentence; '' when there is none. Without `names`, ids stay unnamed. */
export function sayFilter(
  where: Filter | undefined,
  object: ScreenObject,
  model: ScreenModel,
  language: Language,
  {
    timeZone = 'Asia/Ho_Chi_Minh',
    names = () => undefined,
  }: { timeZone?: string; names?: Names } = {},
): string {
  const root = readFilter(where);
  const sayer = { object, model, language, timeZone, names };
  return joined(
    root.nodes.map((node, i) => nodeText(node, sayer, i > 0)),
    'and',
    language,
  );
}
