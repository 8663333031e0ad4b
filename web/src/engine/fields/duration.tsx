import type { DurationField } from '#shared/fields/duration.ts';
import { figureView } from './figure-view.tsx';
import { readMinutes, showMinutes } from './minutes.ts';

/** Kept in minutes. */
export const duration = figureView<DurationField>({
  show: (value, language) => (typeof value === 'number' ? showMinutes(value, language) : ''),
  read: readMinutes,
  example: '1h30',
});
