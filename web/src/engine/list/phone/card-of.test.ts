import { expect, it } from 'vitest';
import { IconPhone } from '@tabler/icons-react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { registerGlyphs } from '../../records/record-glyphs.ts';
import { cardOf } from './card-of.ts';

it('leaves to the sign before a row what it shows', () => {
  registerGlyphs('visit', { field: 'kind', icons: {}, other: IconPhone });
  const fields = ['kind', 'status'].map(
    (key) => ({ key, kind: 'select', label: { vi: key, en: key } }) as ScreenField,
  );
  const object = { key: 'visit', fields } as unknown as ScreenObject;
  const columns = fields.map((field) => ({
    key: field.key,
    field,
    width: 1,
    left: 0,
    isPinned: false,
    isTitle: false,
  }));
  expect(cardOf(object, columns).status?.key).toBe('status');
});
