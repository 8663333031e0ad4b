import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepFiles, storeFile } from '#engine/files/upload-files.ts';
import { createRecords, get, list, removeRecords, updateRecords } from '#engine/records/index.ts';
import { listWorkspaceHistory } from '#engine/history/list-workspace-history.ts';
import { search } from '#engine/search/search.ts';
import { shareRecord } from '#engine/sharing/share-record.ts';
import { readAll } from '#engine/testing/read-all.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { listUnread } from '#engine/unread/list-unread.ts';
import { markRead } from '#engine/unread/mark-read.ts';
import { declarations } from '#modules';
import { listTalk, openDirect, openTopic, readPolls, vote } from './index.ts';

let w: TestWorkspace;
let own: string;
let administrator: string;
let north: string;
let an: string;
let binh: string;
let chi: string;
beforeAll(async () => {
  w = await testWorkspace(declarations);
  own = await w.addRole({ '*': rightsOf('own') });
  administrator = await w.addRole('administrator');
  north = await w.addTeam('Bắc');
  an = await w.addMember(own, [north]);
  binh = await w.addMember(own, [north]);
  chi = await w.addMember(own);
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function open(member: string, values: Record<string, unknown> = {}, poll?: object) {
  const topic = { title: 'Quà Tết cho khách', ...values };
  const post = { body: '<p>Năm nay tặng gì?</p>' };
  return openTopic(await w.as(member), { topic, post, ...(poll && { poll: { ...poll } }) });
}

const say = async (member: string, topic: string, body: string, more: object = {}) => {
  const [made] = await createRecords(await w.as(member), 'post', [{ topic, body, ...more }]);
  return String(made?.id);
};

const notices = async (member: string) => {
  const rows = await (
    await w.system()
  ).tables
    .selectFrom('notice')
    .select(['kind', 'record_id'])
    .where('member_id', '=', member)
    .execute();
  return rows.map(({ kind, record_id }) => `${kind} ${record_id}`);
};

describe('a topic', () => {
  it('is talked about by everyone who sees it, and each changes their own words only', async () => {
    const topic = await open(an);
    const id = await say(chi, topic.id, '<p>Bánh <script>alert(1)</script>chưng</p>');
    const ctx = await w.as(an);
    const { items } = await listTalk(ctx, 'topic', topic.id, { way: 'back' });
    expect(items.map(({ body }) => body)).toEqual(['<p>Năm nay tặng gì?</p>', '<p>Bánh chưng</p>']);
    expect(await get(ctx, 'topic', topic.id)).toMatchObject({ postCount: 2 });
    const change = { id, values: { body: 'khác' } };
    await expect(updateRecords(ctx, 'post', [change])).rejects.toThrow(code('forbidden'));
    const boss = await w.as(await w.addMember(administrator));
    await expect(updateRecords(boss, 'post', [change])).rejects.toThrow(code('invalid'));
    const [own_] = await updateRecords(await w.as(chi), 'post', [change]);
    expect(own_).toMatchObject({ excerpt: 'khác', editedAt: expect.any(String) });
    const file = await storeFile(boss, { name: 'a.txt', content: Readable.from(['a']) });
    await keepFiles(boss, [file]);
    const add = updateRecords(boss, 'post', [{ id, values: { files: [file.id] } }]);
    await expect(add).rejects.toThrow(code('invalid'));
    await expect(say(chi, topic.id, 'thay người khác', { owner: an })).rejects.toThrow(
      code('invalid'),
    );
    await removeRecords(boss, 'post', [{ id }]);
  });

  it('of a team is seen, found and counted by that team alone', async () => {
    const topic = await open(an, { title: 'Riêng tổ Bắc', audience: 'team' });
    await say(binh, topic.id, 'thầm thì trong tổ');
    const found = async (member: string) => {
      const ctx = await w.as(member);
      const hits = (await search(ctx, 'thầm thì', {})).items.length;
      const where = { field: 'id', op: 'eq', value: topic.id };
      const unread = (await listUnread(ctx, 'topic')).some(({ id }) => id === topic.id);
      return [(await list(ctx, 'topic', { where })).items.length, hits, unread];
    };
    expect(await found(an)).toEqual([1, 1, true]);
    expect(await found(binh)).toEqual([1, 1, true]);
    expect(await found(chi)).toEqual([0, 0, false]);
    expect(await found(await w.addMember(administrator))).toEqual([0, 0, false]);
    await expect(say(chi, topic.id, 'xin vào')).rejects.toThrow(code('invalid'));
  });

  it('of a record is seen by who sees the record', async () => {
    const [account] = await createRecords(await w.as(an), 'account', [{ name: 'Hoa Sen' }]);
    const about = [{ object: 'account', id: account?.id }];
    const topic = await open(an, { title: 'Về Hoa Sen', audience: 'record', about });
    const boss = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
    expect(await get(await w.as(boss), 'topic', topic.id)).toMatchObject({ title: 'Về Hoa Sen' });
    await expect(get(await w.as(chi), 'topic', topic.id)).rejects.toThrow(code('notFound'));
    await expect(open(an, { audience: 'record' })).rejects.toThrow(code('invalid'));
  });

  it('that is closed takes nothing more until it is opened again', async () => {
    const topic = await open(an);
    const close = async (member: string, closed: boolean) =>
      updateRecords(await w.as(member), 'topic', [{ id: topic.id, values: { closed } }]);
    await expect(close(chi, true)).rejects.toThrow(code('forbidden'));
    await close(an, true);
    await expect(say(chi, topic.id, 'muộn rồi')).rejects.toThrow(code('invalid'));
    const topicRights = rightsOf('own', { fields: { closed: 'hidden' } });
    const blind = await w.addMember(await w.addRole({ '*': rightsOf('own'), topic: topicRights }));
    await expect(say(blind, topic.id, 'không biết')).rejects.toMatchObject({
      errors: [{ path: 'topic', code: 'readOnly' }],
    });
    await close(an, false);
    await say(chi, topic.id, 'kịp rồi');
    await say(blind, topic.id, 'kịp luôn');
  });

  it('tells who follows it, once, and whoever wrote in it follows', async () => {
    const topic = await open(an);
    const id = await say(binh, topic.id, 'một');
    expect(await notices(an)).toContain(`replied ${id}`);
    expect(await notices(binh)).not.toContain(`replied ${id}`);
    const next = await say(an, topic.id, 'hai');
    expect(await notices(binh)).toContain(`replied ${next}`);
    expect(await notices(chi)).not.toContain(`replied ${next}`);
  });

  it('takes answers only to what was said in it, and no empty ones', async () => {
    const [one, other] = [await open(an), await open(an)];
    const id = await say(an, one.id, 'câu hỏi');
    await expect(say(an, other.id, 'trả lời', { replyTo: id })).rejects.toThrow(code('invalid'));
    await expect(say(an, one.id, '<p></p>')).rejects.toThrow(code('invalid'));
    await say(chi, one.id, 'trả lời', { replyTo: id });
    const { items } = await listTalk(await w.as(an), 'topic', one.id, { way: 'back' });
    expect(items.at(-1)).toMatchObject({ replyTo: { id, title: 'câu hỏi' } });
  });

  it('takes as many answers at once as a file brings', async () => {
    // Who writes much is slowed down afterwards.
    const importer = await w.addMember(own);
    const { id: topic } = await open(importer);
    const ctx = await w.as(importer);
    const body = '<p>câu hỏi</p>';
    const asked = await createRecords(ctx, 'post', Array(201).fill({ topic, body }));
    const answers = asked.map(({ id }) => ({ topic, body: '<p>trả lời</p>', replyTo: id }));
    expect(await createRecords(ctx, 'post', answers)).toHaveLength(201);
  });
});

describe('a poll', () => {
  const asked = { question: 'Tặng gì?', choices: 'Trà\nBánh\ntrà\n' };
  const openPoll = async (more: object = {}) => {
    const topic = await open(an, {}, { ...asked, ...more });
    const where = { field: 'topic', op: 'eq', value: topic.id };
    const [poll] = (await list(await w.as(an), 'poll', { where })).items;
    return { topic, id: String(poll?.id) };
  };
  const results = async (member: string, id: string) => {
    const ctx = await w.as(member);
    return (await readPolls(ctx, [await get(ctx, 'poll', id)]))[0];
  };

  it('counts one answer of each, which may be changed, and shows names', async () => {
    const { id } = await openPoll();
    await vote(await w.as(an), id, ['Trà']);
    await vote(await w.as(an), id, ['Bánh']);
    expect(await results(chi, id)).toMatchObject({
      voters: 1,
      mine: null,
      choices: [{ votes: null }, {}],
    });
    const result = await vote(await w.as(chi), id, ['Bánh']);
    expect(result.choices.map(({ text, votes, names }) => [text, votes, names.length])).toEqual([
      ['Trà', 0, 0],
      ['Bánh', 2, 2],
    ]);
    await expect(vote(await w.as(an), id, ['Trà', 'Bánh'])).rejects.toThrow(code('invalid'));
    await expect(vote(await w.as(an), id, ['Hoa'])).rejects.toThrow(code('invalid'));
  });

  it('that is secret keeps nowhere who answered what, and takes each answer once', async () => {
    const { id } = await openPoll({ anonymous: true, several: true });
    await vote(await w.as(an), id, ['Trà', 'Bánh']);
    await expect(vote(await w.as(an), id, ['Trà'])).rejects.toThrow(code('conflict'));
    const result = await vote(await w.as(chi), id, ['Bánh']);
    expect(result).toMatchObject({ voters: 2, mine: [] });
    expect(result.choices.map(({ votes, names }) => [votes, names])).toEqual([
      [1, []],
      [2, []],
    ]);
    const ballots = await (
      await w.system()
    ).tables
      .selectFrom('ballot')
      .select('choices')
      .where('record_id', '=', id)
      .execute();
    expect(ballots).toEqual([{ choices: [] }, { choices: [] }]);
  });

  it('closes at its time and with its topic, and asks nothing else once somebody answered', async () => {
    const past = await openPoll({ closesAt: '2020-01-01T00:00:00Z' });
    await expect(vote(await w.as(chi), past.id, ['Trà'])).rejects.toThrow(code('conflict'));
    expect(await results(chi, past.id)).toMatchObject({ open: false, choices: [{ votes: 0 }, {}] });
    const { id, topic } = await openPoll();
    await vote(await w.as(chi), id, ['Trà']);
    const other = updateRecords(await w.as(an), 'poll', [{ id, values: { choices: 'Hoa\nQuả' } }]);
    await expect(other).rejects.toThrow(code('invalid'));
    await updateRecords(await w.as(an), 'topic', [{ id: topic.id, values: { closed: true } }]);
    await expect(vote(await w.as(binh), id, ['Trà'])).rejects.toThrow(code('conflict'));
  });
});

describe('a channel', () => {
  const write = async (member: string, channel: string, body: string) => {
    const [made] = await createRecords(await w.as(member), 'message', [{ channel, body }]);
    return String(made?.id);
  };

  it('of two is one however often it is opened, and nobody else’s', async () => {
    const one = await openDirect(await w.as(an), binh);
    const same = await openDirect(await w.as(binh), an);
    expect(same.id).toBe(one.id);
    await write(an, one.id, 'chỉ hai mình thôi');
    const boss = await w.as(await w.addMember(administrator));
    await expect(get(boss, 'channel', one.id)).rejects.toThrow(code('notFound'));
    expect((await search(boss, 'hai mình', {})).items).toEqual([]);
    const history = await listWorkspaceHistory(boss, { object: 'message' });
    expect(history.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(history)).not.toContain('hai mình');
    const join = updateRecords(await w.as(an), 'channel', [
      { id: one.id, values: { people: [an, binh, chi] } },
    ]);
    await expect(join).rejects.toThrow(code('invalid'));
    await expect(openDirect(await w.as(an), an)).rejects.toThrow(code('invalid'));
  });

  it('of two is neither made by a third, nor given or shared to one', async () => {
    const [em, giang] = [await w.addMember(own), await w.addMember(own)];
    const between = { audience: 'direct', people: [em, giang] };
    await expect(createRecords(await w.as(chi), 'channel', [between])).rejects.toThrow(
      code('invalid'),
    );
    const { id } = await openDirect(await w.as(em), giang);
    const ctx = await w.as(em);
    const give = updateRecords(ctx, 'channel', [{ id, values: { owner: chi } }]);
    await expect(give).rejects.toThrow(code('invalid'));
    const share = shareRecord(ctx, 'channel', id, { grantee: { member: chi }, level: 'read' });
    await expect(share).rejects.toThrow(code('invalid'));
    await expect(get(await w.as(chi), 'channel', id)).rejects.toThrow(code('notFound'));
  });

  it('of two tells the other once until they have read', async () => {
    const dung = await w.addMember(own);
    const channel = await openDirect(await w.as(chi), dung);
    await write(chi, channel.id, 'ơi');
    await write(chi, channel.id, 'ơi ơi');
    const told = async () => {
      await readAll(await w.system());
      return (await notices(dung)).map((each) => each.split(' ')[0]);
    };
    expect(await told()).toEqual(['messaged']);
    await markRead(await w.as(dung), 'channel', channel.id, new Date());
    await write(chi, channel.id, 'còn nữa');
    expect(await told()).toEqual(['messaged', 'messaged']);
    await markRead(await w.as(dung), 'channel', channel.id, new Date());
    const left = await (
      await w.system()
    ).tables
      .selectFrom('notice')
      .select('id')
      .where('member_id', '=', dung)
      .where('read_at', 'is', null)
      .execute();
    expect(left).toEqual([]);
  });

  it('of chosen people takes in who made it, and is read by those alone', async () => {
    const values = { name: 'Dự án Sen', audience: 'members', people: [binh] };
    const [channel] = await createRecords(await w.as(an), 'channel', [values]);
    const id = String(channel?.id);
    await write(an, id, 'bí mật của sen');
    expect((await listUnread(await w.as(binh), 'channel')).some((each) => each.id === id)).toBe(
      true,
    );
    await expect(write(chi, id, 'cho vào với')).rejects.toThrow(code('invalid'));
    await expect(listTalk(await w.as(chi), 'channel', id, { way: 'back' })).rejects.toThrow(
      code('notFound'),
    );
  });

  it('is read back and on from a moment, page by page, missing nothing', async () => {
    const [channel] = await createRecords(await w.as(an), 'channel', [
      { name: 'Dài', audience: 'company' },
    ]);
    const id = String(channel?.id);
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.push(await write(chi, id, `tin ${i}`));
    const ctx = await w.as(an);
    const middle = await get(ctx, 'message', String(ids[3]));
    const from = String(middle['createdAt']);
    const on = await listTalk(ctx, 'channel', id, { way: 'on', from });
    expect(on.items.map((item) => item.id)).toEqual(ids.slice(4));
    const back = await listTalk(ctx, 'channel', id, { way: 'back', from, limit: 3 });
    const more = await listTalk(ctx, 'channel', id, {
      way: 'back',
      from,
      limit: 3,
      cursor: back.nextCursor ?? '',
    });
    expect([...more.items, ...back.items].map((item) => item.id)).toEqual(ids.slice(0, 4));
    expect(more.nextCursor).toBeNull();
  });

  it('takes no flood from one member', async () => {
    const quick = await w.addMember(own);
    const channel = await openDirect(await w.as(quick), an);
    const writeAll = async () => {
      for (let i = 0; i < 40; i += 1) await write(quick, channel.id, `${i}`);
    };
    await expect(writeAll()).rejects.toThrow(code('tooManyRequests'));
  });
});
