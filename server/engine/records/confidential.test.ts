import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { createRecords, get, list, removeRecords, updateRecords } from './index.ts';

/** Told to everyone, to the team it belongs to, or to whoever sees what it is about. */
const secret = defineObject({
  key: 'secret',
  path: 'secrets',
  label: { vi: 'Chuyện', en: 'Secret' },
  pluralLabel: { vi: 'Chuyện', en: 'Secrets' },
  title: 'name',
  reach: 'owned',
  confidential: true,
  participants: ['players'],
  seenWith: ['about', 'box'],
  seenWhen: {
    or: [
      { field: 'name', op: 'startsWith', value: 'ai cũng' },
      {
        and: [
          { field: 'name', op: 'startsWith', value: 'cả tổ' },
          { field: 'team', op: 'in', value: { myTeam: true } },
        ],
      },
    ],
  },
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    players: f.members({ vi: 'Người chơi', en: 'Players' }),
    box: f.relation({ vi: 'Hộp', en: 'Box' }, { to: 'box' }),
    about: f.links({ vi: 'Liên quan', en: 'About' }),
  },
});

const code = (expected: string) => expect.objectContaining({ code: expected });

let w: TestWorkspace;
let own: string;
let all: string;
let administrator: string;
let north: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [...toyObjects, secret], rules: toyRules });
  own = await w.addRole({ '*': rightsOf('own') });
  all = await w.addRole({ '*': rightsOf('all') });
  administrator = await w.addRole('administrator');
  north = await w.addTeam('Bắc');
});

async function tell(owner: string, values: Record<string, unknown>): Promise<string> {
  const [made] = await createRecords(await w.as(owner), 'secret', [values]);
  return String(made?.id);
}

const sees = async (member: string, id: string): Promise<boolean> => {
  const where = { field: 'id', op: 'eq', value: id };
  return (await list(await w.as(member), 'secret', { where })).items.length === 1;
};

describe('a confidential record', () => {
  it('is hidden from every role and from administrators whom it is not meant for', async () => {
    const teller = await w.addMember(own, [north]);
    const id = await tell(teller, { name: 'của tôi' });
    expect(await sees(teller, id)).toBe(true);
    for (const role of [own, all, administrator]) {
      const other = await w.addMember(role, [north]);
      expect(await sees(other, id)).toBe(false);
      await expect(get(await w.as(other), 'secret', id)).rejects.toThrow(code('notFound'));
      const change = updateRecords(await w.as(other), 'secret', [{ id, values: { name: 'x' } }]);
      await expect(change).rejects.toThrow(code('notFound'));
    }
  });

  it('is seen by those for whom its condition holds, and by who takes part', async () => {
    const teller = await w.addMember(own, [north]);
    const near = await w.addMember(own, [north]);
    const far = await w.addMember(all);
    const ofAll = await tell(teller, { name: 'ai cũng biết' });
    const ofTeam = await tell(teller, { name: 'cả tổ biết' });
    const ofOne = await tell(teller, { name: 'một người biết', players: [far] });
    const seen = async (member: string) =>
      Promise.all([ofAll, ofTeam, ofOne].map((id) => sees(member, id)));
    expect(await seen(near)).toEqual([true, true, false]);
    expect(await seen(far)).toEqual([true, false, true]);
  });

  it('is changed by its owner and who takes part; who answers for all records also tidies what they see', async () => {
    const teller = await w.addMember(own);
    const id = await tell(teller, { name: 'ai cũng thấy' });
    const reader = await w.as(await w.addMember(own));
    await expect(removeRecords(reader, 'secret', [{ id }])).rejects.toThrow(code('forbidden'));
    await removeRecords(await w.as(await w.addMember(administrator)), 'secret', [{ id }]);
    expect(await sees(teller, id)).toBe(false);
  });

  it('is seen with any record it is linked to, and not when that is gone', async () => {
    const teller = await w.addMember(own);
    const reader = await w.addMember(own);
    const [card] = await createRecords(await w.as(teller), 'colourCard', [{ name: 'đỏ' }]);
    const [box] = await createRecords(await w.as(teller), 'box', [{ name: 'kín' }]);
    const withCard = await tell(teller, {
      name: 'thẻ',
      about: [
        { object: 'box', id: box?.id },
        { object: 'colourCard', id: card?.id },
      ],
    });
    const withBox = await tell(teller, { name: 'hộp', about: [{ object: 'box', id: box?.id }] });
    expect([await sees(reader, withCard), await sees(reader, withBox)]).toEqual([true, false]);
    await removeRecords(await w.as(teller), 'colourCard', [{ id: String(card?.id) }]);
    expect(await sees(reader, withCard)).toBe(false);
  });
});
