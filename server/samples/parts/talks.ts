import type { PlannedRecord, SamplePart, SampleWorld } from '../world.ts';
import type { Line, OfficeTopic } from '../words/office/office.ts';

/** Each by itself: an answer comes after what it answers, whoever of them wrote. */
const windowDays = 1 / 1440;

/** What people talk over: with everyone, within a team, and beside a customer. */
export const topics: SamplePart = {
  object: 'topic',
  windowDays,
  plan(world) {
    world.company.trade.office.topics.forEach((topic, i) => {
      const { title, audience, pinned = false } = topic;
      const [first] = topic.posts;
      world.add({
        ref: topicRef(i),
        at: openedAt(world, topic),
        by: first.by,
        values: {
          title,
          audience,
          pinned,
          ...(audience === 'record' && { about: aboutCustomer(world, first.by) }),
        },
      });
    });
  },
};

export const posts: SamplePart = {
  object: 'post',
  windowDays,
  plan(world) {
    world.company.trade.office.topics.forEach((topic, i) => {
      said(world, plus(openedAt(world, topic), 1), topic.posts, (at, { by, text }) => ({
        ref: `post ${i} ${at.getTime()}`,
        values: { topic: { ref: topicRef(i) }, body: paragraph(text) },
        at,
        by,
      }));
    });
  },
};

export const polls: SamplePart = {
  object: 'poll',
  windowDays,
  plan(world) {
    world.company.trade.office.topics.forEach((topic, i) => {
      if (!topic.poll) return;
      const { question, choices } = topic.poll;
      world.add({
        ref: pollRef(i),
        at: plus(openedAt(world, topic), 3),
        by: topic.posts[0].by,
        values: { topic: { ref: topicRef(i) }, question, choices: choices.join('\n') },
      });
    });
  },
};

export const channels: SamplePart = {
  object: 'channel',
  windowDays,
  plan(world) {
    const { name, about, by } = world.company.trade.office.channel;
    const values = { name, about, audience: 'company' };
    world.add({ ref: 'channel', at: world.minuteOf(30, 540), by, values });
  },
};

export const messages: SamplePart = {
  object: 'message',
  windowDays,
  plan(world) {
    said(world, world.minuteOf(2, 550), world.company.trade.office.channel.lines, (at, line) => ({
      ref: `message ${at.getTime()}`,
      values: { channel: { ref: 'channel' }, body: paragraph(line.text) },
      at,
      by: line.by,
    }));
  },
};

export const topicRef = (i: number): string => `topic ${i}`;
export const pollRef = (i: number): string => `poll ${i}`;

const paragraph = (text: string): string => `<p>${text}</p>`;

const openedAt = (world: SampleWorld, { days }: OfficeTopic): Date => world.minuteOf(days, 560);

function said(
  world: SampleWorld,
  from: Date,
  lines: readonly Line[],
  planned: (at: Date, line: Line) => Omit<PlannedRecord, 'object' | 'changes'>,
): void {
  let at = from;
  for (const line of lines) {
    world.add(planned(at, line));
    at = plus(at, world.random.between(6, 50));
  }
}

/** One that whoever writes looks after. */
export function aboutCustomer(world: SampleWorld, by: string) {
  const customer = world
    .of('account')
    .find(
      (account) =>
        account.ref.startsWith('account ') && account.by === by && isOld(world, account.at),
    );
  return customer ? [{ object: 'account', id: { ref: customer.ref } }] : [];
}

const isOld = (world: SampleWorld, at: Date): boolean => world.daysSince(at) > 230;

const plus = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
