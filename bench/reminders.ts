import { systemActor } from '#engine/actor.ts';
import { fireReminders } from '#engine/reminders/fire-reminders.ts';
import type { Figure } from './report.ts';
import type { Company, Scratch } from './scratch.ts';

const count = 1000;
/** In the time to come, so that the server's own clock leaves them alone. */
const due = '2035-03-01T02:00:00Z';

/** How long it takes to tell people of a thousand activities that begin in one minute, until all bells know. */
export async function reminders(scratch: Scratch, company: Company): Promise<Figure> {
  const { database, workspaces } = scratch;
  const { schema, accounts } = company;
  await database.app.query(
    `with chosen as (select id from "${schema}".activity order by id limit ${count}), moved as (
       update "${schema}".activity a set starts_at = $1, ends_at = $1::timestamptz + interval '30 minutes', status = 'planned',
         all_day = false, remind_before = '{0}'
       from chosen where a.id = chosen.id returning a.id, a.owner
     )
     insert into "${schema}".reminder (object, record_id, member_id, at, due, minutes)
     select 'activity', id, owner, $1, $1, 0 from moved`,
    [due],
  );
  const ctx = await workspaces.context(company.id, systemActor('bench'));
  const started = performance.now();
  await fireReminders({ ...ctx, now: new Date(due) });
  const value = (performance.now() - started) / 1000;
  const { rows } = await database.app.query<{ told: number }>(
    `select count(*)::int as told from "${schema}".notice where kind = 'reminder' and at = $1`,
    [due],
  );
  if (rows[0]?.told !== count) throw new Error(`${rows[0]?.told} of ${count} reminders were told`);
  return {
    what: '1,000 reminders of one minute, told to 200 people',
    accounts,
    value,
    unit: 's',
    must: 5,
    aim: 1,
    atMost: true,
  };
}
