import type { Reference } from '#web/api/records.ts';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const referenceOf = (value: unknown): Reference | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? {
        id: value.id,
        title: 'title' in value && typeof value.title === 'string' ? value.title : null,
      }
    : undefined;

export const referencesOf = (value: unknown): Reference[] =>
  Array.isArray(value) ? value.flatMap((each) => referenceOf(each) ?? []) : [];
