import type { PlannedRecord, SamplePart, SampleWorld } from '../world.ts';
import { mobile } from '../words/numbers.ts';
import { mailName, somebody } from '../words/people.ts';

const jobs = [
  { title: 'Giám đốc', department: 'Ban giám đốc', role: 'decisionMaker' },
  { title: 'Phó giám đốc', department: 'Ban giám đốc', role: 'decisionMaker' },
  { title: 'Trưởng phòng mua hàng', department: 'Mua hàng', role: 'purchaser' },
  { title: 'Nhân viên mua hàng', department: 'Mua hàng', role: 'purchaser' },
  { title: 'Kế toán trưởng', department: 'Tài chính – Kế toán', role: 'accountant' },
  {
    title: 'Trưởng phòng hành chính – nhân sự',
    department: 'Hành chính – Nhân sự',
    role: 'influencer',
  },
  { title: 'Trưởng phòng marketing', department: 'Marketing', role: 'influencer' },
  { title: 'Quản lý kho', department: 'Kho vận', role: 'endUser' },
  { title: 'Trợ lý giám đốc', department: 'Ban giám đốc', role: 'gatekeeper' },
  { title: 'Trưởng phòng kỹ thuật', department: 'Kỹ thuật', role: 'technical' },
  { title: 'Chuyên viên xuất nhập khẩu', department: 'Xuất nhập khẩu', role: 'purchaser' },
] as const;

const goods = ['manufacturing', 'wholesale', 'retail', 'importExport'];

/** Where nothing is stored or shipped, nobody sees to that. */
function jobsAt({ values }: PlannedRecord): (typeof jobs)[number][] {
  const types = [values['businessTypes'] ?? []].flat().map(String);
  return jobs.filter(({ department }) => {
    if (department === 'Xuất nhập khẩu') return types.includes('importExport');
    return department !== 'Kho vận' || types.some((type) => goods.includes(type));
  });
}

/** People at customers, some of whom work for two, and a few who were noted twice. */
export const contacts: SamplePart = {
  object: 'contact',
  plan(world) {
    const { random } = world;
    const companies = world.of('account').filter(({ values }) => values['kind'] === 'company');
    for (const company of companies) {
      if (company.ref.startsWith('double ')) continue;
      const count = random.weighted([
        [0, 1],
        [1, 8],
        [2, 5],
        [3, 2],
      ] as const);
      for (const job of random.some(jobsAt(company), count))
        planContact(world, company, job, companies);
    }
    planWithoutCompany(world);
    planDoubles(world);
  },
};

function planContact(
  world: SampleWorld,
  account: PlannedRecord,
  job: (typeof jobs)[number],
  companies: readonly PlannedRecord[],
): void {
  const { random } = world;
  const person = somebody(random, world.thisYear);
  const [mail = '@thudientu.example'] = [account.values['emails'] ?? []].flat().map(String);
  const domain = mail.split('@')[1] ?? '';
  const other = random.pick(companies);
  const at = world.later(account.at, random.chance(0.7) ? 0 : random.between(1, 60));
  world.add({
    ref: `contact ${world.of('contact').length}`,
    at,
    by: account.by,
    values: {
      name: person.name,
      formOfAddress: person.formOfAddress,
      gender: person.gender,
      ...(random.chance(0.35) && {
        birthday: world.dayAgo((world.thisYear - person.birthYear) * 365 + random.between(0, 364)),
      }),
      account: { ref: account.ref },
      ...(random.chance(0.05) &&
        other.at < at &&
        other.ref !== account.ref && { otherAccounts: [{ ref: other.ref }] }),
      jobTitle: job.title,
      department: job.department,
      decisionRole: job.role,
      phones: random.chance(0.85) ? [mobile(random)] : [mobile(random), mobile(random)],
      ...(random.chance(0.75) && { emails: [`${mailName(person.name)}@${domain}`] }),
      ...(random.chance(0.4) && { preferences: random.some(world.company.trade.preferences, 2) }),
      ...(random.chance(0.04) && { doNotCall: true }),
      ...(random.chance(0.25) && { notes: random.pick(world.company.trade.contactNotes) }),
    },
    changes:
      random.chance(0.12) && at < world.daysAgo(30)
        ? [
            {
              at: world.daysAgo(random.between(2, 28)),
              by: account.by,
              values: { phones: [mobile(random)] },
            },
          ]
        : [],
  });
}

/** From a stack of business cards. */
function planWithoutCompany(world: SampleWorld): void {
  const { random } = world;
  for (let i = 0; i < 8; i += 1) {
    const person = somebody(random, world.thisYear);
    world.add({
      ref: `card ${i}`,
      at: world.daysAgo(random.between(3, 120)),
      by: random.pick(world.sellers),
      values: {
        name: person.name,
        formOfAddress: person.formOfAddress,
        jobTitle: random.pick(jobs).title,
        phones: [mobile(random)],
        notes: 'Gặp ở hội chợ, chưa rõ đang làm ở đâu.',
      },
    });
  }
}

function planDoubles(world: SampleWorld): void {
  const { random } = world;
  const known = world.of('contact').filter(({ ref }) => ref.startsWith('contact '));
  random.some(known, 5).forEach((original, i) => {
    const words = String(original.values['name']).split(' ');
    world.add({
      ref: `double ${i}`,
      at: world.later(original.at, random.between(5, 50)),
      by: random.pick(world.sellers),
      values: {
        // Without the middle name, as people introduce themselves.
        name: i % 2 === 0 ? `${words[0]} ${words.at(-1)}` : words.join(' '),
        phones: original.values['phones'],
        account: original.values['account'],
      },
    });
  });
}
