import { brands } from '../words/brands.ts';
import { landline, mobile } from '../words/numbers.ts';
import { mailName, somebody } from '../words/people.ts';
import { address } from '../words/places.ts';
import type { PlannedChange, SamplePart, SampleWorld } from '../world.ts';
import { companiesOf, domainOf } from './accounts.ts';

/** Who asked for something, in every state; each state they went through is a change. */
export const leads: SamplePart = {
  object: 'lead',
  plan(world) {
    for (let i = 0; i < world.company.trade.leads; i += 1) planLead(world, i);
  },
};

const reasons = [
  'noNeed',
  'noBudget',
  'wrongTime',
  'choseCompetitor',
  'outsideMarket',
  'unreachable',
  'wrongDetails',
] as const;
const statuses = [
  ['new', 26],
  ['contacted', 24],
  ['qualified', 18],
  ['unqualified', 16],
  ['converted', 12],
] as const;

function planLead(world: SampleWorld, i: number): void {
  const { company, random } = world;
  const { trade } = company;
  const status = random.weighted(statuses);
  const person = somebody(random, world.thisYear);
  const asCompany = random.chance(0.65);
  const segment = random.weighted(trade.segments.map((each) => [each, each.weight] as const));
  const brand = random.pick(brands);
  const province = random.weighted(trade.provinces);
  const begun = status === 'new' ? random.between(1, 21) : random.between(12, 150);
  const named = asCompany ? random.chance(0.85) : true;
  const by = random.pick(world.sellers);
  const rating = random.weighted([
    ['hot', 2],
    ['warm', 4],
    ['cold', 3],
  ] as const);
  world.add({
    ref: `lead ${i}`,
    at: world.daysAgo(begun),
    by,
    values: {
      ...(named && {
        name: person.name,
        formOfAddress: person.formOfAddress,
        gender: person.gender,
      }),
      ...(asCompany && { company: random.pick(segment.patterns).replace('{brand}', brand) }),
      ...(asCompany &&
        random.chance(0.5) && {
          jobTitle: random.pick([
            'Nhân viên mua hàng',
            'Trợ lý',
            'Trưởng phòng hành chính',
            'Giám đốc',
          ]),
        }),
      phones: [asCompany && !named ? landline(random, province) : mobile(random)],
      ...(random.chance(0.55) && {
        emails: [
          asCompany
            ? `${mailName(person.name)}@${domainOf(brand)}`
            : `${mailName(person.name)}${random.between(1, 99)}@thudientu.example`,
        ],
      }),
      ...(random.chance(0.3) && { address: address(random, province) }),
      status: 'new',
      rating,
      score: { hot: 70, warm: 40, cold: 10 }[rating] + random.between(0, 25),
      ...(random.chance(0.12) && { marketingOnly: true }),
      interest: random.pick(trade.interests),
      source: random.weighted([
        ['facebook', 6],
        ['zalo', 5],
        ['website', 5],
        ['onlineAdvert', 3],
        ['event', 3],
        ['referral', 3],
        ['tiktok', 2],
        ['hotline', 2],
      ] as const),
      ...(random.chance(0.4) && { campaign: random.pick(trade.campaigns) }),
      // Nobody has taken these up yet.
      ...(status === 'new' && random.chance(0.35) && { owner: null }),
    },
    changes: progress(world, { status, begun, by, i }),
  });
}

function progress(
  world: SampleWorld,
  { status, begun, by, i }: { status: string; begun: number; by: string; i: number },
): PlannedChange[] {
  const { random } = world;
  if (status === 'new') return [];
  const days = [0.75, 0.5, 0.25].map((part) => Math.max(1, Math.floor(begun * part)));
  const contacted = world.daysAgo(days[0] ?? 1);
  const first = {
    at: contacted,
    by,
    values: { status: 'contacted' },
  };
  const second = { at: world.daysAgo(days[1] ?? 1), by, values: { status: 'qualified' } };
  if (status === 'contacted') return [first];
  if (status === 'unqualified')
    return [first, { ...second, values: { status, unqualifiedReason: random.pick(reasons) } }];
  if (status === 'qualified') return [first, second];
  const at = world.daysAgo(days[2] ?? 1);
  const account = companiesOf(world)[i % companiesOf(world).length];
  const contact = world
    .of('contact')
    .find(
      ({ values }) => JSON.stringify(values['account']) === JSON.stringify({ ref: account?.ref }),
    );
  const known = account && account.at < at;
  return [
    first,
    second,
    {
      at,
      by,
      values: {
        status,
        convertedAt: at.toISOString(),
        ...(known && { convertedAccount: { ref: account.ref } }),
        ...(known && contact && contact.at < at && { convertedContact: { ref: contact.ref } }),
      },
    },
  ];
}
