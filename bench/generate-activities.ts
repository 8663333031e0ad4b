import type { PoolClient } from 'pg';
import { qualified } from '#engine/records/sql.ts';
import { at as createdAt, fold, id, spread } from './generate-sql.ts';

/** Two years up to today, and a month to come. */
const pastDays = 730;
const futureDays = 30;
/** One in a hundred is with one customer: who has been called every day for years. */
const heavyEvery = 100;

/**
 * Five activities for each account, spread over everybody, two years and the hours of work; the same rows every time but
 * for the day they are counted from. What accounts tell of their contacts is worked out from them at the end.
 */
export async function fillActivities(
  client: PoolClient,
  schema: string,
  accounts: number,
): Promise<void> {
  await client.query(activitiesSql(schema), [accounts * 5, accounts]);
  await client.query(documentsSql(schema));
  await client.query(rollupsSql(schema));
}

const count = '$1::bigint';
const startsAt = `(date_trunc('day', now()) - interval '${pastDays} days'
  + (i * ${pastDays + futureDays} / ${count}) * interval '1 day'
  + (8 * 60 + (${spread(31, '36')} - 1) * 15) * interval '1 minute' - interval '7 hours')`;
const account = `case when i % ${heavyEvery} = 0 then 1 else ${spread(32, '$2::bigint')} end`;

const activitiesSql = (schema: string) => `
insert into ${qualified(schema, 'activity')} (id, version, created_at, created_by, updated_at, updated_by, owner, team,
  subject, kind, status, priority, starts_at, ends_at, planned_minutes, started_at, finished_at, actual_minutes,
  result, account, contacts, people)
select ${id(3)}, 1, ${createdAt}, p.member, ${createdAt}, p.member, p.member, p.team,
  (array['Gọi hỏi nhu cầu', 'Gửi báo giá', 'Họp chốt mẫu', 'Thăm khách', 'Nhắc công nợ', 'Ghi chú'])[${spread(33, '6')}] || ' ' || i % 1000,
  r.kind, r.status, 'normal', r.starts_at, r.starts_at + r.minutes * interval '1 minute', r.minutes,
  case when r.status = 'done' then r.starts_at end,
  case when r.status = 'done' then r.starts_at + r.minutes * interval '1 minute' end,
  case when r.status = 'done' then r.minutes + i % 7 - 3 end,
  case when r.status = 'done' and r.kind = 'call' then (array['reached', 'interested', 'noAnswer', 'busy', 'agreed'])[${spread(34, '5')}] end,
  ${id(1, 'r.account')}, array[${id(2, 'r.account')}],
  case when i % 20 = 0 then array[p.member] end
from (
  select i, starts_at, account, minutes, kind,
    case when starts_at > now() then 'planned' when i % 25 = 0 then 'forgotten' when i % 40 = 0 then 'cancelled' else 'done' end status
  from (
    select i, ${startsAt} starts_at, ${account} account, (array[10, 10, 15, 30, 60])[${spread(35, '5')}] minutes,
      (array['call', 'call', 'call', 'meeting', 'visit', 'task', 'note'])[${spread(36, '7')}] kind
    from generate_series(1, ${count}) i
  ) d
) r
join people p on p.n = (hashint8(i * 5) & 2147483647) % (select count(*) from people) + 1
order by i`;

const documentsSql = (schema: string) => `
insert into ${qualified(schema, 'search_document')} (object, record_id, title, body, name_key, updated_at)
select 'activity', id, subject, ${fold('subject')}, ${fold('subject')}, updated_at
from ${qualified(schema, 'activity')}`;

const spoken = `status = 'done' and kind in ('call', 'meeting', 'visit', 'visitByCustomer', 'message')
  and (result in ('noAnswer', 'busy', 'wrongNumber')) is not true`;
const rollupsSql = (schema: string) => `
update ${qualified(schema, 'account')} t set first_contact_at = a.first, last_contact_at = a.last, next_contact_at = a.next,
  contact_count = a.n, contacts_last90_days = a.lately,
  contact_every_days = extract(epoch from a.last - a.first) / 86400 / nullif(a.n - 1, 0)
from (
  select account, min(finished_at) filter (where ${spoken}) first, max(finished_at) filter (where ${spoken}) last,
    min(starts_at) filter (where status in ('planned', 'inProgress', 'forgotten')) next,
    count(*) filter (where ${spoken}) n,
    count(*) filter (where ${spoken} and finished_at > now() - interval '90 days') lately
  from ${qualified(schema, 'activity')} group by account
) a where a.account = t.id`;
