import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { createRecords } from '../records/index.ts';
import * as settings from '../settings/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listNumbering, tryPattern } from './list-numbering.ts';

let w: TestWorkspace;
let boss: string;
const now = new Date('2026-11-22T03:00:00Z');
beforeEach(async () => {
  w = await testWorkspace();
  boss = await w.addMember(await w.addRole('administrator'));
});

const ctx = async (): Promise<Ctx> => ({ ...(await w.as(boss)), now });
const make = async (values: object) =>
  (await createRecords({ ...(await w.system()), now }, 'box', [values], { trusted: true }))[0]?.[
    'code'
  ];
const change = async (pattern: string, object = 'box', field = 'code') =>
  settings.changeField(await ctx(), w.workspaces, object, field, { pattern });
const boxNumbers = async () =>
  (await listNumbering(await ctx())).find(({ object }) => object === 'box');

describe('the pattern of numbers', () => {
  it('is told with what comes next, and tried without changing anything', async () => {
    expect(await boxNumbers()).toMatchObject({ pattern: 'BX-{0000}', given: 0, next: 'BX-0001' });
    await make({ name: 'A' });
    expect(await boxNumbers()).toMatchObject({ given: 1, next: 'BX-0002' });
    expect(await tryPattern(await ctx(), 'box', 'code', 'HD{yy}{mm}-{000}')).toMatchObject({
      next: 'HD2611-001',
    });
    expect(await boxNumbers()).toMatchObject({ pattern: 'BX-{0000}', next: 'BX-0002' });
  });

  it('is changed for a field of the program, and reset with it', async () => {
    await make({ name: 'A' });
    await change('HỘP.{00}');
    expect(await make({ name: 'B' })).toBe('HỘP.02');
    await settings.resetObject(await ctx(), w.workspaces, 'box');
    expect(await make({ name: 'C' })).toBe('BX-0003');
  });

  it('goes on behind numbers that records have in it already, each year by itself', async () => {
    for (const [i, code] of ['B(26)07', 'B(25)40', 'B(26)7', 'xB(26)99', 'B(26)99x'].entries())
      await make({ name: `${i}`, code });
    expect(await tryPattern(await ctx(), 'box', 'code', 'B({yy}){00}')).toMatchObject({
      next: 'B(26)08',
    });
    await change('B({yy}){00}');
    expect(await boxNumbers()).toMatchObject({ given: 7, next: 'B(26)08' });
    expect(await make({ name: 'next' })).toBe('B(26)08');
  });

  it('is changed for a field that was added', async () => {
    await settings.createField(await ctx(), w.workspaces, 'toy', {
      kind: 'autoNumber',
      key: 'serial',
      label: { vi: 'Số', en: 'Number' },
      pattern: 'T{000}',
    });
    await change('T-{000}', 'toy', 'serial');
    const found = (await listNumbering(await ctx())).find(({ object }) => object === 'toy');
    expect(found).toMatchObject({ pattern: 'T-{000}', next: 'T-001' });
  });

  it('is refused when it is none, or the field has none', async () => {
    for (const pattern of ['BX-', 'BX-{mm}{000}', '{00}{00}', 'BX{x}{00}']) {
      await expect(change(pattern)).rejects.toMatchObject({
        errors: [{ path: 'pattern', code: 'badFormat' }],
      });
      await expect(tryPattern(await ctx(), 'box', 'code', pattern)).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await expect(change('BX-{00}', 'box', 'name')).rejects.toMatchObject({
      errors: [{ path: 'pattern', code: 'notWritable' }],
    });
    const clerk = await w.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })));
    await expect(listNumbering(clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(tryPattern(clerk, 'box', 'code', 'A{00}')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
