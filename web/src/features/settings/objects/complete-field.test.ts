import { expect, it } from 'vitest';
import { completeField } from './complete-field.ts';
import type { KindSetting } from './objects-api.ts';

const can = { require: true, unique: true, search: true, default: true, title: false };
const select: KindSetting = {
  kind: 'select',
  options: { options: {} },
  required: ['options'],
  can,
};

it('takes one name for both languages and leaves out options without a name', () => {
  const option = (vi: string, en: string) => ({ value: vi, label: { vi, en } });
  const typed = {
    key: '',
    kind: 'select',
    label: { vi: 'Cỡ', en: '' },
    help: { vi: '', en: 'How big' },
    options: [option('to', ''), option('', '')],
  };
  expect(completeField(typed, 'size', select)).toEqual({
    field: {
      key: 'size',
      kind: 'select',
      label: { vi: 'Cỡ', en: 'Cỡ' },
      help: { vi: 'How big', en: 'How big' },
      options: [option('to', 'to')],
    },
    missing: [],
  });
});

it('tells what the kind still needs', () => {
  const typed = { key: '', kind: 'select', label: { vi: 'Cỡ', en: '' } };
  expect(completeField(typed, 'size', select).missing).toEqual(['options']);
});
