import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import { plainText } from '#shared/fields/plain-text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { listHistory } from '../history/list-history.ts';
import { scopes, type Scope } from '../directory.ts';
import {
  aggregate,
  createRecords,
  get,
  list,
  removeRecords,
  restoreRecords,
  updateRecords,
} from '../records/index.ts';
import { buckets, measureFunctions } from '../records/aggregate.ts';
import { recordsOf } from '../records/references.ts';
import { search } from '../search/search.ts';
import { sqlKind } from '../fields/index.ts';
import { sampleValues } from './sample-values.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from './workspace.ts';
import type { Declarations } from '../workspaces.ts';

interface Company {
  w: TestWorkspace;
  /** One member per scope in the north team; one in the team below it, and one elsewhere. */
  members: Record<Scope | 'far' | 'below_', string>;
  north: string;
  samples: Samples;
}

/** Values that the rules of an object ask for instead of any sample; undefined leaves a field out. */
export type Samples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Fields of an object that rules put into its title: who sees the record sees them there. */
export type InTitle = Readonly<Record<string, readonly string[]>>;

/** Fields of an object that its rules fill when they are left empty. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** What every object must do, whatever it is of. Call it with all declarations of a program. */
export function objectConformance(
  declarations: Declarations,
  samples: Samples = {},
  inTitle: InTitle = {},
  filled: Filled = {},
): void {
  describe.each(declarations.objects.map(({ key }) => key))('%s', (key) => {
    let company: Company;
    let object: ModelObject;
    beforeAll(async () => {
      company = await makeCompany(declarations, samples);
      object = found((await company.w.system()).model.objects.get(key));
    });

    it('keeps every field it is given, through create, get, list, change, trash and restore', async () => {
      const ctx = await company.w.as(company.members.all);
      const given = await makeValues(ctx, company, object, 1);
      const [made] = await createRecords(ctx, key, [given]);
      const id = found(made).id;
      expect(await get(ctx, key, id)).toEqual(made);
      for (const field of Object.keys(given)) expect(made?.[field], field).not.toBeNull();
      const { items } = await list(ctx, key, { where: { field: 'id', op: 'eq', value: id } });
      expect(items).toEqual([made]);
      const again = await updateRecords(ctx, key, [{ id, values: given }]);
      expect(again[0]?.version, 'the same values are no change').toBe(1);
      await removeRecords(ctx, key, [{ id, version: 1 }]);
      expect((await list(ctx, key, { where: { field: 'id', op: 'eq', value: id } })).items).toEqual(
        [],
      );
      expect((await list(ctx, key, { trash: true })).items.map((item) => item.id)).toContain(id);
      const [back] = await restoreRecords(ctx, key, [id]);
      for (const field of Object.keys(given)) expect(back?.[field], field).toEqual(made?.[field]);
    });

    it('can be emptied field by field, each change in the history', async () => {
      const ctx = await company.w.as(company.members.all);
      const [made] = await createRecords(ctx, key, [await makeValues(ctx, company, object, 2)]);
      let version = 1;
      for (const field of writable(object)) {
        if (made?.[field.key] === null || field.required) continue;
        if (filled[key]?.includes(field.key)) continue;
        const [changed] = await updateRecords(ctx, key, [
          { id: found(made).id, version, values: { [field.key]: null } },
        ]);
        expect(changed?.[field.key], field.key).toBeNull();
        version += 1;
        expect(changed?.version).toBe(version);
      }
      const { items } = await listHistory(ctx, key, found(made).id, { limit: 200 });
      expect(items).toHaveLength(version);
    });

    it('can be sorted and grouped by whatever says it can', async () => {
      const ctx = await company.w.as(company.members.all);
      for (const field of object.fields.values()) {
        if (sqlKind(field).sortBy !== undefined) {
          const up = await list(ctx, key, { sort: field.key, limit: 200 });
          const down = await list(ctx, key, { sort: `-${field.key}`, limit: 200 });
          expect(new Set(up.items.map(({ id }) => id))).toEqual(
            new Set(down.items.map(({ id }) => id)),
          );
        }
        if (sqlKind(field).groupBy !== undefined) {
          const { groups } = await aggregate(ctx, key, {
            groupBy: [{ field: field.key }],
            measures: [{ fn: 'count' }],
          });
          expect(groups.length).toBeGreaterThan(0);
        }
      }
    });

    it('measures and groups by every path, or says why not', async () => {
      const maker = await company.w.as(company.members.all);
      await createRecords(maker, key, [await makeValues(maker, company, object, 3)]);
      let measured = 0;
      let grouped = 0;
      for (const who of ['all', 'own'] as const) {
        const ctx = await company.w.as(company.members[who]);
        for (const path of pathsOf(ctx, object)) {
          const all = measureFunctions.map((fn) => ({ fn, field: path }));
          const refused = await refusals(() => aggregate(ctx, key, { measures: all }));
          const measures = all.filter((_, i) => !refused.some((at) => at.includes(`.${i}.`)));
          if (measures.length > 0) {
            const { groups } = await aggregate(ctx, key, { measures });
            expect(groups[0]?.values, path).toHaveLength(measures.length);
            measured += measures.length;
          }
          for (const bucket of [undefined, ...buckets]) {
            const ask = () =>
              aggregate(ctx, key, {
                groupBy: [{ field: path, bucket }],
                measures: [{ fn: 'count' }],
              });
            if ((await refusals(ask)).length > 0) break;
            grouped += 1;
          }
        }
      }
      expect(measured).toBeGreaterThan(object.fields.size);
      expect(grouped).toBeGreaterThan(object.fields.size / 2);
    });

    it('shows each scope exactly its rows in list, count, sum, search, get, history and pickers', async () => {
      const { members } = company;
      const made = new Map<string, string>();
      for (const [i, who] of makers.entries()) {
        const ctx = await company.w.as(members[who]);
        const values = await makeValues(ctx, company, object, 30 + i);
        const [record] = await createRecords(ctx, key, [values]);
        made.set(who, found(record).id);
      }
      for (const scope of scopes) {
        const ctx = await company.w.as(members[scope]);
        const visible = expected(object, scope).map((who) => found(made.get(who)));
        const ids = [...made.values()];
        const where = { field: 'id', op: 'in', value: ids };
        const listed = await list(ctx, key, { where });
        expect(listed.items.map(({ id }) => id).toSorted(), scope).toEqual(visible.toSorted());
        expect(listed.total).toEqual({ value: visible.length, exact: true });
        const { groups } = await aggregate(ctx, key, { where, measures: [{ fn: 'count' }] });
        expect(groups[0]?.values[0], scope).toBe(visible.length);
        for (const id of ids) {
          if (visible.includes(id)) {
            expect((await get(ctx, key, id)).id).toBe(id);
            expect((await listHistory(ctx, key, id)).items).not.toEqual([]);
            continue;
          }
          const hidden = expect.objectContaining({ code: 'notFound' });
          await expect(get(ctx, key, id), scope).rejects.toThrow(hidden);
          await expect(listHistory(ctx, key, id)).rejects.toThrow(hidden);
          await expect(updateRecords(ctx, key, [{ id, values: {} }])).rejects.toThrow(hidden);
          await expect(removeRecords(ctx, key, [{ id }])).rejects.toThrow(hidden);
          await picksNothing(ctx, object, id);
        }
        const [first] = visible;
        // Without the number that tells the samples apart.
        const title =
          first && searchedText(await get(ctx, key, first), object).replace(/ \d+$/, '');
        const hits = title ? (await search(ctx, title, { objects: [key], limit: 200 })).items : [];
        expect(
          hits
            .filter(({ id }) => ids.includes(id))
            .map(({ id }) => id)
            .toSorted(),
          scope,
        ).toEqual(title ? visible.toSorted() : []);
      }
    });

    it('may be seen but not changed where update reaches less far than read', async () => {
      const { w, members, north } = company;
      if (object.reach !== 'owned') return;
      const role = await w.addRole({ '*': rightsOf('all', { update: 'own', delete: 'none' }) });
      const ctx = await w.as(await w.addMember(role, [north]));
      const other = await w.as(members.all);
      const [record] = await createRecords(other, key, [
        await makeValues(other, company, object, 4),
      ]);
      const { id } = found(record);
      const refused = expect.objectContaining({ code: 'forbidden' });
      await expect(
        updateRecords(ctx, key, [{ id, values: { owner: members.own } }]),
      ).rejects.toThrow(refused);
      await expect(removeRecords(ctx, key, [{ id }])).rejects.toThrow(refused);
      expect(await get(other, key, id)).toEqual(record);
    });

    it('neither shows nor finds by a title that is hidden', async () => {
      const { w, members, north } = company;
      const all = await w.as(members.all);
      const [record] = await createRecords(all, key, [await makeValues(all, company, object, 6)]);
      const { id, [object.title]: title } = found(record);
      const hiding = await w.addRole({
        '*': rightsOf('all'),
        [key]: rightsOf('all', { fields: { [object.title]: 'hidden' } }),
      });
      const ctx = await w.as(await w.addMember(hiding, [north]));
      const q = searchedText({ title }, { ...object, search: ['title'] });
      const { items } = await search(ctx, q, { limit: 100 });
      for (const hit of items.filter((each) => each.object === key)) expect(hit.title).toBeNull();
      if (object.search.includes(object.title)) {
        expect(items.map((hit) => hit.id)).not.toContain(id);
        expect((await list(ctx, key, { q })).items).toEqual([]);
      }
      for (const host of ctx.model.objects.values()) {
        for (const field of host.fields.values()) {
          if (recordsOf(ctx.model, field)?.key !== key || field.key === 'id') continue;
          const { groups } = await aggregate(ctx, host.key, {
            groupBy: [{ field: field.key }],
            measures: [{ fn: 'count' }],
          });
          const keys = groups.map((group) => group.keys[0]).filter((each) => each !== null);
          for (const each of keys)
            expect(each, field.key).toEqual(expect.objectContaining({ title: null }));
        }
      }
    });

    it('hides a field everywhere, and keeps one that may only be read', async () => {
      const { w, members, north } = company;
      const all = await w.as(members.all);
      const values = await makeValues(all, company, object, 5);
      const [record] = await createRecords(all, key, [values]);
      const { id } = found(record);
      for (const field of writable(object)) {
        if (record?.[field.key] === null) continue;
        if (field.key === object.title || inTitle[key]?.includes(field.key)) continue;
        const hiding = await w.addRole({
          '*': rightsOf('all', { fields: { [field.key]: 'hidden' } }),
        });
        const ctx = await w.as(await w.addMember(hiding, [north]));
        const unknown = expect.objectContaining({ code: 'invalid' });
        expect(await get(ctx, key, id)).not.toHaveProperty(field.key);
        const { items } = await list(ctx, key, {});
        expect(
          items.some((item) => field.key in item),
          field.key,
        ).toBe(false);
        await expect(
          list(ctx, key, { where: { field: field.key, op: 'isNotEmpty' } }),
        ).rejects.toThrow(unknown);
        await expect(list(ctx, key, { sort: field.key })).rejects.toThrow(unknown);
        await expect(list(ctx, key, { fields: [field.key] })).rejects.toThrow(unknown);
        await expect(
          aggregate(ctx, key, { groupBy: [{ field: field.key }], measures: [{ fn: 'count' }] }),
        ).rejects.toThrow(unknown);
        await expect(
          updateRecords(ctx, key, [{ id, values: { [field.key]: null } }]),
        ).rejects.toThrow(unknown);
        for (const { changes } of (await listHistory(ctx, key, id)).items) {
          expect(changes).not.toHaveProperty(field.key);
        }
        if (object.search.includes(field.key)) {
          const word = String([values[field.key]].flat()[0]);
          const { items: hits } = await search(ctx, word, { objects: [key] });
          expect(
            hits.map((hit) => hit.id),
            `search by ${field.key}`,
          ).not.toContain(id);
        }
      }
    });
  });
}

async function makeCompany(declarations: Declarations, samples: Samples): Promise<Company> {
  const w = await testWorkspace(declarations);
  const north = await w.addTeam('North');
  const inner = await w.addTeam('Inner', north);
  const south = await w.addTeam('South');
  const roles = new Map<Scope, string>();
  for (const scope of scopes) {
    // Everyone may create, so that everyone has something of their own.
    roles.set(scope, await w.addRole({ '*': rightsOf(scope) }));
  }
  const member = (scope: Scope, team: string) => w.addMember(found(roles.get(scope)), [team]);
  return {
    w,
    north,
    samples,
    members: {
      none: await member('none', north),
      own: await member('own', north),
      team: await member('team', north),
      below: await member('below', north),
      all: await member('all', north),
      below_: await member('own', inner),
      far: await member('all', south),
    },
  };
}

const makers = ['own', 'team', 'all', 'below_', 'far'] as const;
type Maker = (typeof makers)[number];

/** Whose records a scope shows; what lies in a record of theirs is reached like that record. */
function expected(object: ModelObject, scope: Scope): readonly Maker[] {
  if (object.reach === 'shared') return scope === 'none' ? [] : makers;
  // Samples of what is confidential are meant for the team of whoever made them.
  if (object.confidential) return scope === 'none' ? [] : ['own', 'team', 'all'];
  const visible: Record<Scope, readonly Maker[]> = {
    none: [],
    own: ['own'],
    team: ['own', 'team', 'all'],
    below: ['own', 'team', 'all', 'below_'],
    all: makers,
  };
  return visible[scope];
}

const writable = (object: ModelObject): ModelField[] =>
  [...object.fields.values()].filter(
    (field) => !field.system && !field.readOnly && field.kind !== 'autoNumber',
  );

/** Values for one record; what it refers to is made by a member of the north team who sees everything. */
async function makeValues(
  ctx: Ctx,
  { w, members, north, samples }: Company,
  object: ModelObject,
  nth: number,
) {
  const maker = await w.as(members.all);
  const targets = {
    memberId: ctx.actor.kind === 'member' ? ctx.actor.id : members.all,
    teamId: north,
    async record(key: string): Promise<string | undefined> {
      const target = found(maker.model.objects.get(key));
      const through = typeof target.reach === 'object' ? target.reach.through : undefined;
      const values: Record<string, unknown> = {};
      for (const field of target.fields.values()) {
        // What a form asks first names a record, whether or not it is required.
        const isAsked = field.required === true || field.key === target.quickCreate[0];
        if (field.system || !isAsked || field.kind === 'autoNumber') continue;
        const inner = await sampleValues(
          { ...target, fields: new Map([[field.key, field]]) },
          targets,
          nth,
        );
        Object.assign(values, inner);
      }
      for (const name of Object.keys(values)) values[name] = samples[key]?.[name] ?? values[name];
      if (through && values[through] === undefined) return undefined;
      // Visible to whoever writes the reference.
      if (target.reach === 'owned') values['owner'] = targets.memberId;
      const [record] = await createRecords(maker, key, [values]);
      return record?.id;
    },
  };
  const said = samples[object.key] ?? {};
  // What a sample refers to is made only where it is used.
  const fields = new Map([...object.fields].filter(([key]) => !(key in said)));
  const values = { ...(await sampleValues({ ...object, fields }, targets, nth)), ...said };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Every field, its parts, and those of what it points to. */
function pathsOf(ctx: Ctx, object: ModelObject): string[] {
  const own = ({ fields }: ModelObject) =>
    [...fields.values()].flatMap((field) => [
      field.key,
      ...Object.keys(valueKind(field).parts ?? {}).map((part) => `${field.key}.${part}`),
    ]);
  const through = [...object.fields.values()].flatMap((field) => {
    const target = recordsOf(ctx.model, field);
    return target ? own(target).map((path) => `${field.key}.${path}`) : [];
  });
  return [...own(object), ...through];
}

/** Paths of what was wrong; any other failure is one of the test. */
async function refusals(ask: () => Promise<unknown>): Promise<string[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid')
      return error.errors.map(({ path }) => path);
    throw error;
  }
}

/** A foreign record cannot be put into any relation that leads to its object. */
async function picksNothing(ctx: Ctx, object: ModelObject, id: string): Promise<void> {
  for (const host of ctx.model.objects.values()) {
    for (const field of host.fields.values()) {
      if (field.kind !== 'relation' || field.to !== object.key || field.system || field.readOnly)
        continue;
      await expect(createRecords(ctx, host.key, [{ [field.key]: id }])).rejects.toMatchObject({
        errors: expect.arrayContaining([{ path: field.key, code: 'notFound' }]),
      });
    }
  }
}

/** Words that a search should find the record by. */
function searchedText(record: Record<string, unknown>, object: ModelObject): string {
  const texts = object.search.map((key) => {
    const value = record[key];
    if (object.fields.get(key)?.kind === 'richText')
      return plainText(typeof value === 'string' ? value : '').split('\n')[0];
    return typeof value === 'object' && value !== null && 'full' in value ? value.full : value;
  });
  return texts.find((text) => typeof text === 'string') ?? '';
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test expected a value');
  return value;
}
