import type { FieldBase } from '../define.ts';
import { nfc } from '../locale/text.ts';
import { accept, asOperand, refuse, type ValueKind } from './kind.ts';
import { parseList, readList, writeList } from './list.ts';
import {
  choiceOptions,
  findOption,
  newlyArchived,
  optionText,
  optionValues,
  parseOption,
  type ChoiceField,
} from './options.ts';

export interface MultiSelectField extends FieldBase, ChoiceField {
  kind: 'multiSelect';
}

/** Several of the options, in the order chosen. */
export const multiSelect: ValueKind<MultiSelectField, string[]> = {
  options: choiceOptions,
  parse: (input, field) =>
    parseList(input, field.options.length, (element) => parseOption(element, field)),
  checkChange: (value, before, field) => newlyArchived(value, before ?? [], field),
  choices: optionValues,
  operators: ['hasAny', 'hasAll'],
  parseOperand: (input, _op, field) => asOperand(parseOption(input, field)),
  toText: (value, field, style) => writeList(value.map((each) => optionText(each, field, style))),
  fromText(text, field) {
    const pieces = readList(text).flatMap((piece) =>
      // A comma separates too, unless it belongs to a label.
      findOption(piece, field) === undefined
        ? piece.split(',').filter((part) => part.trim())
        : piece,
    );
    return parseList(pieces, field.options.length, (piece) => {
      const value = findOption(String(piece), field);
      return value === undefined
        ? refuse('notAnOption', { value: nfc(String(piece)) })
        : accept(value);
    });
  },
  join: (before, further) => [...before, ...further],
  jsonSchema: (field) => ({
    type: 'array',
    items: { type: 'string', enum: optionValues(field) },
    maxItems: field.options.length,
  }),
};
