import { operators } from '#shared/filter.ts';
import { objectPaths } from '../records.ts';
import { member, type Answer } from '../send.ts';
import type { World } from '../world.ts';

/** Of every kind of JSON, and what databases and parsers have stumbled over. */
const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '%',
  '\\',
  '\ud800',
  'infinity',
  'NaN',
  '2026-01-01',
  '0x10',
  '１２３',
  'x'.repeat(300),
  [],
  ['x'],
  [[]],
  [1, 2],
  ['a', 'b', 'c'],
  {},
  { id: 1 },
  { me: true },
  { __x: 1 },
  { relative: 'last30Days' },
  { relative: 'x' },
];

/** In the run that everybody waits for, one of so many is tried: other ones for each field and operator. */
const stride = 37;

/** Any value in any field, and beside any operator of a filter: it is taken, or refused with a reason. */
export async function walkValues(world: World): Promise<string[]> {
  const { admin } = world.people;
  const { json } = await world.ask(admin, 'GET', '/api/v1/model');
  const objects = member(json, 'objects');
  if (!Array.isArray(objects)) return ['the model has no objects'];
  const found: string[] = [];
  let count = 0;
  const isTurn = () => {
    count += 1;
    return !world.short || count % stride === 0;
  };
  const look = (what: unknown, { status, text }: Answer) => {
    if (![200, 201, 409, 422].includes(status))
      found.push(`${JSON.stringify(what)} answers ${status} ${text.slice(0, 200)}`);
  };
  for (const object of objects) {
    const path = String(member(object, 'path'));
    if (!objectPaths.includes(path)) continue;
    for (const field of fieldsOf(object))
      for (const value of values) {
        const body = { name: 'A', [field]: value };
        if (isTurn()) look([path, body], await world.ask(admin, 'POST', `/api/v1/${path}`, body));
        for (const op of operators) {
          if (!isTurn()) continue;
          const where = { field, op, value };
          const query = { where, limit: 1 };
          look(
            [path, where],
            await world.ask(world.people.sales1, 'POST', `/api/v1/${path}/query`, query),
          );
        }
      }
  }
  return found;
}

function fieldsOf(object: unknown): string[] {
  const fields = member(object, 'fields');
  if (!Array.isArray(fields)) throw new Error('an object of the model has no list of fields');
  return fields.map((field) => String(member(field, 'key')));
}
