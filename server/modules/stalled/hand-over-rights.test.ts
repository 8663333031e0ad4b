import { beforeAll, expect, it } from 'vitest';
import { createRecords, get } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { handOver } from './hand-over.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace(declarations);
});

it('customers are not handed over by who may change them but not whose they are', async () => {
  const to = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  const account = rightsOf('all', { fields: { owner: 'read' } });
  const clerk = await w.as(await w.addMember(await w.addRole({ '*': rightsOf('all'), account })));
  const [made] = await createRecords(await w.system(), 'account', [{ name: 'Hoa Sen' }]);
  const id = String(made?.id);
  await expect(handOver(clerk, { accounts: [id], to })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await get(clerk, 'account', id)).toMatchObject({ owner: null });
});
