import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Operator } from '#shared/filter.ts';
import { dateInZone } from '#shared/locale/date-time.ts';
import type { ScreenField } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { fieldInput } from '../../fields/inputs/index.ts';
import { asReference, partOf } from '../../fields/read-value.ts';
import { useMe } from '../../model.ts';
import { instantOf, type Edge } from '../day-edge.ts';
import { filterWords } from '../filter.words.ts';
import type { FieldPath } from '../paths.ts';
import { useNamesOf } from '../use-names.ts';
import { namedBy } from '../value-text.ts';
import { CodeSelect } from './code-select.tsx';
import { WardPicker } from './ward-picker.tsx';
import { rememberName } from './remember-name.ts';

export interface SingleProps {
  path: FieldPath;
  op: Operator;
  value: unknown;
  onChange(value: unknown): void;
  label: string;
  edge?: Edge;
  autoFocus?: boolean;
}

const written: ReadonlySet<string> = new Set(['longText', 'richText', 'address', 'fullName']);

/** One value, in the box that the field itself is written in. */
export function SingleOperand(props: SingleProps) {
  const { path, value, onChange, label, edge = 'first', autoFocus = false } = props;
  const t = useWords(filterWords);
  const { timeZone } = useLanguage();
  const { currency } = useMe().workspace;
  const client = useQueryClient();
  const of = namedBy(path);
  const names = useNamesOf(of, typeof value === 'string' ? [value] : []);
  const { field, part, behaves } = path;

  if (part === 'provinceCode' || part === 'countryCode')
    return <CodeSelect of={part} label={label} value={value} onChange={onChange} />;
  if (part === 'wardCode') {
    const code = typeof value === 'string' ? value : undefined;
    return (
      <WardPicker
        label={label}
        autoFocus={autoFocus}
        value={code === undefined ? null : { id: code, title: names(part, code) ?? null }}
        onChange={(ward) => {
          if (ward) rememberName(client, part, ward);
          onChange(ward?.id);
        }}
      />
    );
  }
  if (part === undefined && field.kind === 'boolean')
    return (
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value === false ? 'no' : 'yes'}
        onChange={(next) => onChange(next === 'yes')}
        data={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
      />
    );

  const box = boxFor(field, behaves, props.op);
  const { Edit, Operand } = fieldInput(box);
  const Box = Operand ?? Edit;
  const common = { field: box, 'aria-label': label, autoFocus };
  if (of !== undefined) {
    const id = typeof value === 'string' ? value : undefined;
    return (
      <Box
        {...common}
        value={id === undefined ? null : { id, title: names(of, id) ?? null }}
        onChange={(next) => {
          const chosen = asReference(next);
          if (chosen) rememberName(client, of, chosen);
          onChange(chosen?.id);
        }}
      />
    );
  }
  if (part === undefined && field.kind === 'dateTime')
    return (
      <Box
        {...common}
        value={typeof value === 'string' ? dayOf(value, timeZone) : null}
        onChange={(day) =>
          onChange(typeof day === 'string' ? (instantOf(day, edge, timeZone) ?? day) : undefined)
        }
      />
    );
  if (part === undefined && field.kind === 'money')
    return (
      <Box
        {...common}
        // Amounts are compared in the company's currency, whatever is typed beside them.
        value={typeof value === 'string' ? { amount: value, currency } : (value ?? null)}
        onChange={(next) => {
          const amount = partOf(next, 'amount');
          onChange(amount === '' ? (next ?? undefined) : { amount, currency });
        }}
      />
    );
  return <Box {...common} value={value ?? null} onChange={(next) => onChange(next ?? undefined)} />;
}

const dayOf = (instant: string, timeZone: string): string => {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : dateInZone(at, timeZone);
};

/** The field whose box is used: long texts are looked for by a few words, times by days, parts by what they are. */
function boxFor(field: ScreenField, behaves: FieldPath['behaves'], op: Operator): ScreenField {
  const { required: _, help: __, ...plain } = field;
  const as = (kind: 'text' | 'date' | 'decimal' | 'number'): ScreenField =>
    // Only what every field has is read of it by the boxes of these kinds.
    ({ ...plain, kind }) as ScreenField;
  if (behaves === 'decimal' || behaves === 'number') return as(behaves);
  if (behaves !== undefined || written.has(field.kind)) return as('text');
  if (op === 'contains' || op === 'startsWith') return as('text');
  return field.kind === 'dateTime' ? as('date') : (plain as ScreenField);
}
