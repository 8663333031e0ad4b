import { expect, it } from 'vitest';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { addSample } from './add-sample.ts';
import { sampleKeys } from './sample.ts';

it.each(sampleKeys)(
  '%s',
  async (key) => {
    const w = await testWorkspace(declarations);
    const t = performance.now();
    await addSample(await w.system(), w.workspaces, key);
    console.log(key, performance.now() - t);
    const ctx = await w.system();
    const rows = await ctx.db.query(
      `select object, count(*) from ${w.schema}.sample_record group by 1`,
      [],
    );
    console.log(JSON.stringify(rows));
    expect(1).toBe(1);
  },
  60000,
);
