import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '#server/testing/eventually.ts';
import { createRecords } from '../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { createSignals, type Signal, type Signals } from './signals.ts';

let w: TestWorkspace;
let one: Signals;
/** Another process. */
let two: Signals;
beforeAll(async () => {
  w = await testWorkspace();
  one = await createSignals(w.workspaces);
  two = await createSignals(w.workspaces);
});
afterAll(async () => {
  await one.close();
  await two.close();
});

async function listen(member: string, signals: Signals) {
  const heard: Signal[] = [];
  const leave = signals.join(await w.as(member), (signal) => heard.push(signal));
  const present = () => heard.flatMap((each) => ('present' in each ? [each.present] : [])).at(-1);
  const typing = () => heard.flatMap((each) => ('typing' in each ? [each.typing] : []));
  return { leave, present, typing };
}

it('says who is there, through all processes, until they leave', async () => {
  const role = await w.addRole({ box: rightsOf('own') });
  const [a, b] = [await w.addMember(role), await w.addMember(role)];
  const here = await listen(a, one);
  const there = await listen(b, two);
  await eventually(async () => here.present()?.includes(b));
  await eventually(async () => there.present()?.includes(a));
  there.leave();
  await eventually(async () => here.present()?.includes(b) === false);
  here.leave();
});

it('says who is writing to those who see the record, and to nobody else', async () => {
  const role = await w.addRole({ box: rightsOf('own') });
  const [writer, player, stranger] = [
    await w.addMember(role),
    await w.addMember(role),
    await w.addMember(role),
  ];
  const [box] = await createRecords(await w.as(writer), 'box', [
    { name: 'Chung', helpers: [player] },
  ]);
  const id = String(box?.id);
  const all = await Promise.all([listen(writer, one), listen(player, two), listen(stranger, two)]);
  const [own, seen, unseen] = all;
  await one.type(await w.as(writer), 'box', id);
  await eventually(async () => seen.typing().length > 0);
  expect(seen.typing()).toEqual([{ object: 'box', recordId: id, member: writer }]);
  expect([...own.typing(), ...unseen.typing()]).toEqual([]);
  await expect(one.type(await w.as(stranger), 'box', id)).rejects.toMatchObject({
    code: 'notFound',
  });
  for (const { leave } of all) leave();
});
