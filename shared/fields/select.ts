import type { FieldBase } from '../define.ts';
import { nfc } from '../locale/text.ts';
import { accept, asOperand, refuse, type ValueKind } from './kind.ts';
import {
  choiceOptions,
  findOption,
  newlyArchived,
  optionText,
  optionValues,
  parseOption,
  type ChoiceField,
} from './options.ts';

export interface SelectField extends FieldBase, ChoiceField {
  kind: 'select';
}

/** One of the options, kept as its value. */
export const select: ValueKind<SelectField, string> = {
  options: choiceOptions,
  parse: parseOption,
  checkChange: (value, before, field) =>
    newlyArchived([value], before === null ? [] : [before], field),
  choices: optionValues,
  operators: ['eq', 'ne', 'in', 'notIn'],
  parseOperand: (input, _op, field) => asOperand(parseOption(input, field)),
  toText: optionText,
  fromText(text, field) {
    if (text.trim() === '') return accept(null);
    const value = findOption(text, field);
    return value === undefined ? refuse('notAnOption', { value: nfc(text) }) : accept(value);
  },
  jsonSchema: (field) => ({ type: 'string', enum: optionValues(field) }),
};
