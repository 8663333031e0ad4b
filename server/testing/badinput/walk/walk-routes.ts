import { randomUUID } from 'node:crypto';
import { fingerprint } from '../invariants.ts';
import type { Person } from '../people.ts';
import { objectPaths } from '../records.ts';
import { member, type Answer } from '../send.ts';
import { changedTables, takeSnapshot } from '../snapshot.ts';
import type { World } from '../world.ts';
import { makeForeign } from './make-foreign.ts';
import { walkHiddenFields } from './walk-fields.ts';
import { walkValues } from './walk-values.ts';
import { routeTable, type RouteEntry } from './table.ts';

export const walkNames = [
  'every route has an entry in the table',
  'nobody gets an answer unless the route is public',
  'a key for reading writes nothing',
  'a key does nothing that is a person’s or an administrator’s',
  'an employee does nothing that is an administrator’s',
  'who may only read changes nothing',
  'what is somebody else’s is the same as what is not there',
  'what is another company’s is the same as what is not there',
  'a merge takes in nothing of somebody else’s',
  'a hidden field is nowhere',
  'a page of another site changes nothing',
  'every answer says how it may be used',
  'any value in any place is taken or refused',
] as const;

/** What the walk found wrong, by what it looked at. */
export type Walk = Record<(typeof walkNames)[number], string[]>;

interface Route {
  name: string;
  method: string;
  /** As served: `/api/v1/accounts/{id}`. */
  path: string;
  /** Of the object it is about, or ''. */
  object: string;
  entry: RouteEntry;
}

/** What a browser says when a page of another site, or one of nowhere, makes it ask. */
const otherSites: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
];

/** Every route of our own description, as everybody who should not. */
export async function walkRoutes(world: World): Promise<Walk> {
  const served = await describedRoutes(world);
  const known = served.flatMap((route) => {
    const entry = routeTable[route.name];
    return entry ? [{ ...route, entry }] : [];
  });
  const names = new Set(served.map(({ name }) => name));
  const { admin, sales1, viewer, stranger } = world.people;
  const readKey: Person = { ...sales1, key: world.readOnlyKey };
  return {
    'every route has an entry in the table': [
      ...served.filter(({ name }) => !routeTable[name]).map(({ name }) => `${name} has no entry`),
      ...Object.keys(routeTable)
        .filter((name) => !names.has(name))
        .map((name) => `${name} is not served`),
    ],
    'nobody gets an answer unless the route is public': await wrong(known, async (route) => {
      const { status, json } = await ask(world, null, route);
      const asked = member(json, 'code') === 'unauthenticated';
      return asked === (route.entry.access !== 'public') ? undefined : `answers ${status}`;
    }),
    'a key for reading writes nothing': await quietly(world, () =>
      refused(world, readKey, known, ({ access }) => access !== 'public' && access !== 'read'),
    ),
    'a key does nothing that is a person’s or an administrator’s': await quietly(world, () =>
      refused(world, sales1, known, ({ access }) => access === 'session' || access === 'admin'),
    ),
    'an employee does nothing that is an administrator’s': await quietly(world, () =>
      wrong(
        known.filter(({ entry }) => entry.access === 'admin'),
        async (route) => {
          const { method, entry, object } = route;
          const body = entry.body?.(object);
          const answer = await world.browse(sales1, method, filled(route), body);
          // What is wrong with the body may be said before, and whose import it is; nothing may be done.
          const allowed = entry.id === 'import' ? [403, 404, 422] : [403, 422];
          return allowed.includes(answer.status) ? undefined : `answers ${answer.status}`;
        },
      ),
    ),
    'who may only read changes nothing': await quietly(world, () =>
      wrong(
        known.filter(({ entry, object }) => entry.access === 'write' && object !== ''),
        async (route) => {
          // Following what one may see is everybody's, and so is how far one has read.
          if (/\/(?:followers|read|typing)\b/.test(route.path)) return undefined;
          const kept = world.records.get(route.object);
          const { status } = await ask(world, viewer, route, kept?.mine);
          return status >= 400 && status < 500 ? undefined : `answers ${status}`;
        },
      ),
    ),
    'a page of another site changes nothing': await quietly(world, () =>
      wrong(
        known.filter(({ method }) => method !== 'GET'),
        async (route) => {
          const body = route.entry.body?.(route.object) ?? {};
          for (const headers of otherSites) {
            const answer = await world.browse(admin, route.method, filled(route), body, headers);
            // Nobody is asked who they are where everybody may come in, but where they come from.
            if (answer.status !== 403)
              return `answers ${answer.status} to ${Object.values(headers)[0]}`;
          }
          return undefined;
        },
      ),
    ),
    'every answer says how it may be used': await wrong(known, async (route) => {
      const { headers } = await ask(world, null, route);
      if (headers['x-content-type-options'] !== 'nosniff') return 'may be sniffed';
      if (headers['cache-control'] !== 'no-store') return 'may be kept';
      if (headers['access-control-allow-origin'] !== undefined) return 'lets others in';
      if (headers.server !== undefined || headers['x-powered-by'] !== undefined)
        return 'says what it is made of';
      return headers['content-security-policy']?.includes("object-src 'none'")
        ? undefined
        : 'has no policy';
    }),
    'any value in any place is taken or refused': await walkValues(world),
    'a hidden field is nowhere': await walkHiddenFields(world),
    ...(await walkForeign(world, known, sales1, stranger)),
  };
}

async function walkForeign(
  world: World,
  routes: readonly Route[],
  employee: Person,
  stranger: Person,
) {
  const foreign = await makeForeign(world);
  const withId = routes.filter(({ path }) => path.includes('{id}'));
  const idsOf = ({ entry, object }: Route, trash: boolean): string[] => {
    if (entry.id !== undefined) return [foreign[entry.id]];
    const kept = world.records.get(object);
    return kept ? [kept.theirs, ...(trash ? [kept.trashed] : [])] : [];
  };
  const same = (as: Person, route: Route, ids: readonly string[]) => twins(world, as, route, ids);
  const everybodys = new Set(['member', 'team']);
  return {
    'what is somebody else’s is the same as what is not there': await quietly(world, () =>
      wrong(withId, (route) => {
        const { id } = route.entry;
        if (id !== undefined && everybodys.has(id)) return undefined;
        // What is in the trash is known to whoever put it there, who may take it out again.
        return same(employee, route, idsOf(route, !/restore|history/.test(route.path)));
      }),
    ),
    'what is another company’s is the same as what is not there': await quietly(world, () =>
      wrong(withId, (route) => same(stranger, route, idsOf(route, true))),
    ),
    'a merge takes in nothing of somebody else’s': await quietly(world, () =>
      wrong(
        withId.filter(({ path }) => path.endsWith('/merge') && !path.includes('tags')),
        async (route) => {
          const kept = world.records.get(route.object);
          const merge = (id: string | undefined) =>
            world.ask(employee, 'POST', filled(route, kept?.mine), { ids: [id] });
          return differ(await merge(kept?.theirs), await merge(randomUUID()));
        },
      ),
    ),
  };
}

/** The answers for things of others against that for something random. */
async function twins(world: World, as: Person, route: Route, ids: readonly string[]) {
  const missing = await ask(world, as, route, randomUUID());
  for (const id of ids) {
    const wrongly = differ(await ask(world, as, route, id), missing);
    if (wrongly !== undefined) return wrongly;
  }
  return missing.status === 404 || missing.status === 403
    ? undefined
    : `answers ${missing.status} for what is not there`;
}

const differ = (foreign: Answer, missing: Answer): string | undefined =>
  fingerprint(foreign) === fingerprint(missing)
    ? undefined
    : `answers ${foreign.status} ${foreign.text.slice(0, 200)} and ${missing.status} for what is not there`;

/** 403, before anything else is looked at. */
const refused = (
  world: World,
  as: Person,
  routes: readonly Route[],
  which: (entry: RouteEntry) => boolean,
): Promise<string[]> =>
  wrong(
    routes.filter(({ entry }) => which(entry)),
    async (route) => {
      const { status } = await ask(world, as, route);
      return status === 403 ? undefined : `answers ${status}`;
    },
  );

async function wrong(
  routes: readonly Route[],
  check: (route: Route) => Promise<string | undefined> | undefined,
): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    const reason = await check(route);
    if (reason !== undefined) found.push(`${route.method} ${route.path} ${reason}`);
  }
  return found;
}

/** An answer of 403 hides what was written before it was given; the tables do not. */
async function quietly(world: World, work: () => Promise<string[]>): Promise<string[]> {
  await world.forgetTries();
  const before = await takeSnapshot(world);
  const found = await work();
  const changed = changedTables(before, await takeSnapshot(world));
  return changed.length > 0 ? [...found, `changed ${changed.join(', ')}`] : found;
}

function ask(world: World, as: Person | null, route: Route, id?: string): Promise<Answer> {
  const { method, entry, object } = route;
  const path = filled(route, id);
  const body = method === 'GET' || method === 'DELETE' ? undefined : entry.body?.(object);
  // What is a person's is asked for with their cookie, unless it is about what keys may do.
  return entry.access === 'session' && as !== null && id !== undefined
    ? world.browse(as, method, path, body)
    : world.ask(as, method, path, body);
}

const filled = ({ path, entry }: Route, id: string = randomUUID()): string =>
  path
    .replace('{id}', id)
    .replace(/\{(fileId|granteeId|memberId)\}/, () => randomUUID())
    .replace('{object}', 'lead')
    .replace('{field}', 'nothing')
    .replace('{code}', '01') + (entry.query ?? '');

async function describedRoutes(world: World): Promise<Omit<Route, 'entry'>[]> {
  const { json } = await world.ask(world.people.admin, 'GET', '/api/v1/openapi.json');
  return Object.entries(Object(member(json, 'paths'))).flatMap(([path, operations]) => {
    const segment = path.split('/')[3] ?? '';
    const object = objectPaths.includes(segment) ? segment : '';
    const general = object === '' ? path : path.replace(`/${object}`, '/{objects}');
    return Object.keys(Object(operations)).map((each) => {
      const method = each.toUpperCase();
      return { name: `${method} ${general}`, method, path, object };
    });
  });
}
