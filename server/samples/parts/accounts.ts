import { provinceByCode } from '#server/modules/geography/index.ts';
import { fold } from '#shared/locale/text.ts';
import type { Named, Segment } from '../sample.ts';
import type { PlannedRecord, SamplePart, SampleWorld } from '../world.ts';
import { brands } from '../words/brands.ts';
import { landline, mobile, money, taxCode } from '../words/numbers.ts';
import { mailName, somebody } from '../words/people.ts';
import { address } from '../words/places.ts';

/** Customers, suppliers and competitors, with how they became what they are. */
export const accounts: SamplePart = {
  object: 'account',
  plan(world) {
    const { company, random } = world;
    const names = random.some(brands, company.trade.companies);
    names.forEach((brand, i) => planCompany(world, brand, i));
    for (let i = 0; i < company.trade.persons; i += 1) planPerson(world, i);
    company.trade.suppliers.forEach((named) => planOther(world, named, 'supplier'));
    company.trade.competitors.forEach((named) => planOther(world, named, 'competitor'));
    planBranches(world);
    planDoubles(world);
  },
};

const sources = [
  ['referral', 6],
  ['facebook', 5],
  ['zalo', 4],
  ['website', 4],
  ['event', 3],
  ['coldCall', 3],
  ['walkIn', 2],
  ['partner', 2],
  ['hotline', 2],
  ['onlineAdvert', 2],
  ['marketplace', 1],
  ['tiktok', 1],
] as const;

function planCompany(world: SampleWorld, brand: string, i: number): void {
  const { company, random } = world;
  const segment = random.weighted(
    company.trade.segments.map((each) => [each, each.weight] as const),
  );
  const province = random.weighted(company.trade.provinces);
  const begun = random.between(2, 420);
  const domain = domainOf(brand);
  const founded = random.between(3, 28);
  const industrial = segment.businessTypes.includes('manufacturing') && random.chance(0.6);
  const name = random.pick(segment.patterns).replace('{brand}', brand);
  const form = ownershipOf(world, name, segment);
  const small = form === 'householdBusiness';
  const place = address(random, province, { industrial });
  const billions = random.between(segment.revenue[0], segment.revenue[1]);
  const revenue = (small ? Math.min(billions, 6) : billions) * 1_000_000_000;
  const employees = random.between(segment.employees[0], segment.employees[1]);
  world.add({
    ref: `account ${i}`,
    by: random.pick(world.sellers),
    ...career(world, begun, {
      kind: 'company',
      name,
      ...(random.chance(0.4) && { tradingName: brand }),
      taxCode: taxCode(random, province),
      ...(random.chance(0.6)
        ? { foundedOn: world.dayAgo(founded * 365 + random.between(0, 364)) }
        : { foundedYear: world.thisYear - founded }),
      phones: random.chance(0.7)
        ? [landline(random, province)]
        : [landline(random, province), mobile(random)],
      emails: [`${random.pick(['lienhe', 'kinhdoanh', 'muahang', 'info'])}@${domain}`],
      ...(random.chance(0.5) && { website: `https://${domain}` }),
      ...(random.chance(0.3) && { zalo: mobile(random).replace('+84', '0') }),
      billingAddress: place,
      ...(random.chance(0.3) && {
        deliveryAddress: address(random, province, { industrial: true }),
      }),
      ownershipForm: form,
      sector: segment.sector,
      businessTypes: segment.businessTypes,
      goodsTraded: random.some(segment.goods, random.between(1, 3)),
      employees: small ? 1 + (employees % 9) : employees,
      yearlyRevenue: money(revenue),
      ...(random.chance(0.5) && {
        charterCapital: money(Math.max(500_000_000, revenue / random.between(3, 12))),
      }),
      ...(random.chance(0.4) && { notes: random.pick(company.trade.accountNotes) }),
      ...company.trade.custom(random, segment),
    }),
  });
}

/** What the name says; where it says nothing, what is usual. */
function ownershipOf({ random }: SampleWorld, name: string, { ownership }: Segment): string {
  if (/^(Hộ kinh doanh|Tạp hoá|Quán|Đại lý|Cửa hàng)/.test(name)) return 'householdBusiness';
  if (name.startsWith('Doanh nghiệp tư nhân')) return 'privateEnterprise';
  if (name.startsWith('Công ty Cổ phần')) return 'jointStock';
  if (name.startsWith('Công ty TNHH Một thành viên')) return 'oneMemberLlc';
  if (name.startsWith('Quỹ tín dụng')) return 'cooperative';
  const limited = ownership.filter((form) => /Llc$|^foreign/.test(form));
  if (name.startsWith('Công ty TNHH'))
    return random.pick(limited.length > 0 ? limited : ['multiMemberLlc']);
  return random.pick(ownership);
}

function planPerson(world: SampleWorld, i: number): void {
  const { company, random } = world;
  const person = somebody(random, world.thisYear);
  const province = random.weighted(company.trade.provinces);
  world.add({
    ref: `person ${i}`,
    by: random.pick(world.sellers),
    ...career(world, random.between(2, 420), {
      kind: 'person',
      name: person.name,
      formOfAddress: person.formOfAddress,
      gender: person.gender,
      birthday: `${person.birthYear}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
      lifeStage: lifeStage(world, world.thisYear - person.birthYear),
      phones: [mobile(random)],
      ...(random.chance(0.6) && {
        emails: [`${mailName(person.name)}${random.between(1, 99)}@thudientu.example`],
      }),
      ...(random.chance(0.5) && {
        bestTime: random.pick(['Sau 17 giờ', 'Buổi sáng', 'Trưa, trước 13 giờ', 'Cuối tuần']),
      }),
      billingAddress: address(random, province),
      ...(random.chance(0.7) && {
        preferences: random.some(company.trade.preferences, random.between(1, 3)),
      }),
      ...company.trade.custom(random, undefined),
    }),
  });
}

function lifeStage({ random }: SampleWorld, age: number): string {
  if (age >= 58) return 'retired';
  if (age >= 48) return 'grownChildren';
  if (age >= 38) return 'schoolChildren';
  if (age >= 30) return random.pick(['youngChildren', 'newlyMarried', 'single']);
  return random.pick(['single', 'newlyMarried']);
}

/** From first meeting to where they stand today: the stages come as changes, so that the thread tells them. */
function career(
  world: SampleWorld,
  begun: number,
  values: Record<string, unknown>,
): Pick<PlannedRecord, 'at' | 'values' | 'changes'> {
  const { random } = world;
  const path = random.weighted([
    [['toMarket'], 20],
    [['toMarket', 'inTalks'], 22],
    [['inTalks', 'customer'], 26],
    [['toMarket', 'inTalks', 'customer'], 22],
    [['inTalks', 'customer', 'dormant'], 8],
    [['inTalks', 'lost'], 6],
  ] as const);
  const last: string = path.at(-1) ?? 'toMarket';
  const [first, ...later] = path.slice(0, begun < 20 ? 2 : 3);
  const potential = random.weighted([
    ['a', 3],
    ['b', 5],
    ['c', 4],
    ['d', 2],
  ] as const);
  const at = world.daysAgo(begun);
  const bought = last === 'customer' || last === 'dormant';
  return {
    at,
    values: {
      ...values,
      roles: [bought ? 'customer' : 'prospect'],
      stage: first,
      source: random.weighted(sources),
      potential,
      ...(potential === 'a' && random.chance(0.5) && { priority: true }),
      ...(random.chance(0.06) && { doNotCall: true }),
      ...(random.chance(0.05) && { doNotEmail: true }),
    },
    changes: later.map((stage, i) => ({
      at: world.daysAgo(Math.max(1, Math.floor((begun * (later.length - i)) / (later.length + 1)))),
      by: random.pick(world.sellers),
      values: { stage },
    })),
  };
}

/** Whom one buys from, and whom one meets at customers. */
function planOther(
  world: SampleWorld,
  { name, offers }: Named,
  role: 'supplier' | 'competitor',
): void {
  const { random, company } = world;
  const province = random.weighted(company.trade.provinces);
  const domain = domainOf(name);
  world.add({
    ref: `${role} ${name}`,
    at: world.daysAgo(random.between(421, 440)),
    by: random.pick(world.sellers),
    values: {
      kind: 'company',
      name,
      roles:
        role === 'supplier' ? random.pick([['supplier'], ['supplier', 'partner']]) : ['competitor'],
      stage: role === 'supplier' ? 'customer' : 'toMarket',
      taxCode: taxCode(random, province),
      phones: [landline(random, province)],
      website: `https://${domain}`,
      emails: [`info@${domain}`],
      billingAddress: address(random, province),
      goodsTraded: offers,
      source: 'other',
    },
  });
}

/** Some customers belong to others. */
function planBranches(world: SampleWorld): void {
  const { random } = world;
  const parents = random.some(companiesOf(world), 5);
  parents.forEach((parent, i) => {
    const { name, taxCode: code, sector, source, billingAddress } = parent.values;
    const home: unknown = Object(billingAddress).provinceCode;
    const province = random.weighted(
      world.company.trade.provinces.filter(([each]) => each !== home),
    );
    world.add({
      ref: `branch ${i}`,
      at: world.later(parent.at, random.between(3, 20)),
      by: parent.by,
      values: {
        kind: 'company',
        name: `Chi nhánh ${provinceByCode(province)?.name ?? ''} – ${String(name)}`,
        parent: { ref: parent.ref },
        taxCode: `${String(code)}-00${i + 1}`,
        ownershipForm: 'representativeOffice',
        roles: ['customer'],
        stage: 'customer',
        sector,
        source,
        phones: [landline(random, province)],
        billingAddress: address(random, province),
      },
    });
  });
}

/** What happens in every list: somebody was entered twice, in other words. */
function planDoubles(world: SampleWorld): void {
  const { random } = world;
  random.some(companiesOf(world), 6).forEach((original, i) => {
    const { name, taxCode: code, phones, emails, billingAddress, sector } = original.values;
    const written = String(name);
    const spellings = [
      written.replace(/^Công ty (TNHH|Cổ phần)/u, (_, form: string) =>
        form === 'TNHH' ? 'CTY TNHH' : 'CTCP',
      ),
      written.toUpperCase(),
      fold(written).replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()),
    ];
    world.add({
      ref: `double ${i}`,
      at: world.later(original.at, random.between(2, 40)),
      by: random.pick(world.sellers),
      values: {
        kind: 'company',
        name: spellings[i % spellings.length],
        ...(i % 2 === 0 ? { taxCode: code } : { phones, emails }),
        stage: 'toMarket',
        roles: ['prospect'],
        sector,
        source: random.weighted(sources),
        ...(i % 3 === 0 && { billingAddress }),
      },
    });
  });
}

export const companiesOf = (world: SampleWorld): PlannedRecord[] =>
  world.of('account').filter(({ ref }) => ref.startsWith('account '));

export const domainOf = (name: string): string => `${fold(name).replace(/[^a-z0-9]/g, '')}.example`;

const two = (number: number): string => String(number).padStart(2, '0');
