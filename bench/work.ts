import { activityViews } from '#server/modules/activity/activity.views.ts';
import { idOf } from './generate-sql.ts';
import type { Latency } from './latency.ts';
import { load, type Call, type LoadOptions } from './load.ts';
import type { Company, Scratch } from './scratch.ts';

/** As the view that a list of activities opens with. */
const toDo = encodeURIComponent(
  JSON.stringify(activityViews.find(({ key }) => key === 'toDo')?.where),
);

const options: LoadOptions = { connections: 2, seconds: 4, warmupSeconds: 1 };

/** What plans, calendars, threads and reports ask of five activities for each account. */
export async function workLatencies(
  { origin, database }: Scratch,
  company: Company,
): Promise<Latency[]> {
  const { accounts, schema } = company;
  const team = { authorization: `Bearer ${company.teamKey}` };
  const all = { authorization: `Bearer ${company.allKey}` };
  const teamId = company.people.teams[company.people.members.indexOf(company.teamMember)] ?? '';
  const { from, to } = thisMonth();
  const { rows } = await database.app.query<{ id: string }>(
    `select id from "${schema}".account where id <> ${idOf(1, 1)} order by md5(code) limit 300`,
  );
  const { rows: heavy } = await database.app.query<{ id: string }>(
    `select ${idOf(1, 1)}::text as id`,
  );
  const get = (path: string, headers: Record<string, string>): Call => ({
    method: 'GET',
    path: `/api/v1/${path}`,
    headers,
  });
  const lines: [string, number, (n: number) => Call][] = [
    ['the day’s call plan', 150, () => get('call-plan', team)],
    [
      'a team’s month in the calendar',
      200,
      () => get(`calendar?from=${from}&to=${to}&teams=${teamId}`, team),
    ],
    [
      'a record’s thread, first page',
      100,
      (n) => get(`accounts/${rows[n % rows.length]?.id ?? ''}/timeline`, all),
    ],
    [
      'the same, of a customer with a hundredth of all activities',
      100,
      () => get(`accounts/${heavy[0]?.id ?? ''}/timeline`, all),
    ],
    [
      'activities that are to be done, a team’s',
      150,
      () => get(`activities?sort=startsAt&total=false&where=${toDo}`, team),
    ],
    [
      'accounts by how often they deal with us',
      150,
      (n) => get(`accounts?sort=${['-contactsLast90Days', '-lastContactAt'][n % 2] ?? ''}`, team),
    ],
    [
      'the month’s work report of 200 people',
      2000,
      () => get(`work-report?from=${from}&to=${to}&by=person`, all),
    ],
  ];
  const measured: Latency[] = [];
  for (const [what, mustMs, next] of lines) {
    const result = await load(origin, next, options);
    if (result.refused > 0) throw new Error(`${what}: ${result.refused} refused`);
    measured.push({ what, accounts, result, mustMs, aimMs: mustMs / 2 });
  }
  return measured;
}

function thisMonth(): { from: string; to: string } {
  const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
  const from = today.with({ day: 1 });
  return { from: from.toString(), to: from.add({ months: 1 }).subtract({ days: 1 }).toString() };
}
