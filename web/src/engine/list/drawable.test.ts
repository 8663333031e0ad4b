import { describe, expect, it } from 'vitest';
import { readModel, type ModelAnswer } from '#web/api/model.ts';
import { drawable } from './drawable.ts';
import { readState } from './list-params.ts';

const object = (kinds: Record<string, string>) => {
  const fields = Object.entries(kinds).map(([key, kind]) => ({ key, kind }));
  // Only what is looked at; the model has much more.
  const answer = { version: 1, objects: [{ key: 'o', path: 'o', list: ['b'], fields }] };
  const [read] = readModel(answer as unknown as ModelAnswer).objects;
  if (!read) throw new Error('the model lost its object');
  return read;
};
const state = (mode: string, more = {}) => readState({ mode, ...more }, null, {});

describe('a list that is drawn', () => {
  it('has columns of the first choice that it shows, unless others were chosen', () => {
    const both = object({ a: 'select', b: 'select' });
    expect(drawable(both, state('board')).by).toBe('b');
    expect(drawable(both, state('board', { by: 'a' })).by).toBe('a');
    expect(drawable(both, state('table')).by).toBeUndefined();
    expect(drawable(object({ a: 'select', b: 'text' }), state('board')).by).toBe('a');
  });

  it('counts by it in a chart', () => {
    const chart = drawable(object({ b: 'select' }), state('chart')).chart;
    expect(chart).toMatchObject({ groupBy: [{ field: 'b' }], measure: { fn: 'count' } });
  });

  it('stays as it is where there is nothing to choose', () => {
    expect(drawable(object({ b: 'text' }), state('board')).by).toBeUndefined();
  });
});
