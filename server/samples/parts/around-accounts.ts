import type { Wish } from '../sample.ts';
import { money } from '../words/numbers.ts';
import type { PlannedRecord, SamplePart, SampleWorld } from '../world.ts';
import { companiesOf } from './accounts.ts';

/** What is noted at customers: needs, plans, who else they buy from, their figures and what papers say. */
const around = (
  object: string,
  share: number,
  values: (world: SampleWorld, account: PlannedRecord, at: Date) => Record<string, unknown>,
): SamplePart => ({
  object,
  plan(world) {
    for (const account of world.of('account')) {
      if (!isCustomer(account) || !world.random.chance(share)) continue;
      const at = world.later(account.at, world.random.between(1, 90));
      world.add({
        ref: `${object} ${account.ref}`,
        at,
        by: account.by,
        values: { account: { ref: account.ref }, ...values(world, account, at) },
      });
    }
  },
});

const isCustomer = ({ ref }: PlannedRecord): boolean =>
  ref.startsWith('account ') || ref.startsWith('person ');

const amount = ({ random }: SampleWorld, { budget }: Wish) =>
  money(random.between(budget[0], budget[1]) * 1_000_000);

export const needs = around('need', 0.5, (world) => {
  const { random, company } = world;
  const wish = random.pick(company.trade.needs);
  const status = random.weighted([
    ['open', 5],
    ['met', 3],
    ['dropped', 1],
  ] as const);
  return {
    name: wish.name,
    products: wish.products,
    budget: amount(world, wish),
    neededBy: world.dayAgo(status === 'open' ? -random.between(3, 90) : random.between(5, 120)),
    status,
  };
});

export const bookingPlans = around('bookingPlan', 0.35, (world) => {
  const { random, company } = world;
  const wish = random.pick(company.trade.plans);
  const status = random.weighted([
    ['planned', 6],
    ['booked', 3],
    ['dropped', 1],
  ] as const);
  return {
    name: wish.name,
    ...(random.chance(0.5) && { details: `Quan tâm: ${wish.products.join(', ')}.` }),
    budget: amount(world, wish),
    // A few planned days have passed: there is something to catch up with.
    expectedOn: world.dayAgo(
      status === 'planned' ? random.between(-120, 14) : random.between(10, 200),
    ),
    status,
  };
});

export const competitorUses = around('competitorUse', 0.3, (world) => {
  const { random, company } = world;
  const { name, offers } = random.pick(company.trade.competitors);
  const satisfaction = random.between(1, 5);
  return {
    supplier: name,
    competitor: { ref: `competitor ${name}` },
    product: random.pick(offers),
    satisfaction,
    usedSince: world.dayAgo(random.between(200, 1500)),
    ...(random.chance(0.6) && { contractEndsOn: world.dayAgo(-random.between(5, 240)) }),
    notes: random.pick(
      satisfaction <= 2
        ? [
            'Hay giao trễ, đang muốn đổi.',
            'Giá tăng hai lần trong năm, khách không vui.',
            'Báo hỏng mà phản hồi chậm.',
          ]
        : [
            'Khá hài lòng, chỉ chê giá.',
            'Dùng lâu năm, quen người phụ trách.',
            'Ổn, nhưng muốn có thêm một bên dự phòng.',
          ],
    ),
  };
});

export const pressMentions = around('pressMention', 0.18, (world, account, at) => {
  const { random, company } = world;
  const story = random.pick(company.trade.press);
  const name = String(account.values['tradingName'] ?? account.values['name']);
  return {
    title: story.title.replace('{name}', name),
    outlet: random.pick([
      'Báo Kinh tế Ngày Nay',
      'Tạp chí Doanh nhân Việt',
      'Bản tin Hiệp hội',
      'Đài truyền hình tỉnh',
    ]),
    link: `https://bao.example/tin/${random.between(10_000, 99_999)}`,
    publishedOn: new Date(at.getTime() - random.between(0, 20) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    tone: story.tone,
    summary: story.summary.replace('{name}', name),
  };
});

/** Two or three years for those whose books one has seen. */
export const yearlyFinances: SamplePart = {
  object: 'yearlyFinance',
  plan(world) {
    const { random } = world;
    for (const account of companiesOf(world)) {
      if (!random.chance(0.35)) continue;
      const { amount: last } = Object(account.values['yearlyRevenue']);
      let revenue = Number(last);
      const at = world.later(account.at, random.between(1, 60));
      for (let back = 1; back <= random.between(2, 3); back += 1) {
        world.add({
          ref: `${account.ref} ${back}`,
          at,
          by: account.by,
          values: {
            account: { ref: account.ref },
            year: world.thisYear - back,
            revenue: money(revenue),
            profit: money(revenue * (random.between(-3, 14) / 100)),
            assets: money(revenue * (random.between(35, 120) / 100)),
            source: random.pick([
              'Báo cáo thuế khách gửi',
              'Cổng thông tin doanh nghiệp',
              'Khách cho biết',
            ]),
          },
        });
        revenue *= random.between(78, 97) / 100;
      }
    }
  },
};
