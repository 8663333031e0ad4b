import { load, type Call, type LoadOptions, type LoadResult } from './load.ts';
import { residentMb, type Company, type Scratch } from './scratch.ts';

export interface Latency {
  what: string;
  accounts: number;
  result: LoadResult;
  /** Of the 95th percentile, in milliseconds. */
  mustMs: number;
  aimMs: number;
  /** Answers a second that must be reached, where the budget says so. */
  mustPerSecond?: number;
  aimPerSecond?: number;
}

const options: LoadOptions = { connections: 4, seconds: 4, warmupSeconds: 1 };
const letters =
  'ngu,tra,hoa,min,dun,tha,lan,phu,son,viet,hong,bac,nam,kim,cua,duc,quy,yen,ha,tie'.split(',');
const accented =
  'nguy,trầ,hoà,minh,dũng,thắ,lan,phú,sơn,việt,hồng,bắc,nam,kim,cửa,đức,quý,yến,hà,tiế'.split(',');

/** What people wait for, on the company's data. */
export async function latencies(scratch: Scratch, company: Company): Promise<Latency[]> {
  const all = { authorization: `Bearer ${company.allKey}` };
  const team = { authorization: `Bearer ${company.teamKey}` };
  const run = async (next: (n: number) => Call, more: Partial<LoadOptions> = {}) => {
    const result = await load(scratch.origin, next, { ...options, ...more });
    if (result.refused > 0) throw new Error(`${result.refused} of ${next(0).path} refused`);
    return result;
  };
  const { accounts } = company;
  const filtered = await run((n) => filteredList(n, team, 'total=false'));
  const counted = await run((n) => filteredCount(n, team));
  const searchAll = await run((n) => search(n, all));
  const searchTeam = await run((n) => search(n, team));
  const ids = await someIds(scratch, company);
  const mixed = await run((n) => mixedCall(n, all, ids), { connections: 10, seconds: 8 });
  return [
    {
      what: 'list with a three-condition filter and sort, team-limited',
      accounts,
      result: filtered,
      mustMs: 150,
      aimMs: 50,
    },
    { what: 'how many that list has', accounts, result: counted, mustMs: 150, aimMs: 50 },
    {
      what: 'search across objects, any three letters',
      accounts,
      result: searchAll,
      mustMs: 200,
      aimMs: 60,
    },
    { what: 'the same, team-limited', accounts, result: searchTeam, mustMs: 200, aimMs: 60 },
    {
      what: 'mixed load: 70 read, 20 search, 10 write',
      accounts,
      result: mixed,
      mustMs: 150,
      aimMs: 150,
      mustPerSecond: 200,
      aimPerSecond: 500,
    },
  ];
}

export const underLoadMb = (scratch: Scratch): Promise<number> => residentMb(scratch.server);

const threeConditions = (n: number) => ({
  and: [
    { field: 'potential', op: 'in', value: [['a', 'b'], ['c'], ['b', 'd']][n % 3] },
    {
      field: 'billingAddress.provinceCode',
      op: 'in',
      value: [['01', '31'], ['79'], ['48', '92']][n % 3],
    },
    {
      or: [
        { field: 'lastContactAt', op: 'isEmpty' },
        { field: 'lastContactAt', op: 'lt', value: { relative: 'last30Days' } },
      ],
    },
  ],
});

function filteredList(n: number, headers: Record<string, string>, more = ''): Call {
  const where = encodeURIComponent(JSON.stringify(threeConditions(n)));
  const sort = ['name', '-employees', '-lastContactAt'][n % 3] ?? 'name';
  return { method: 'GET', path: `/api/v1/accounts?sort=${sort}&where=${where}&${more}`, headers };
}

const filteredCount = (n: number, headers: Record<string, string>): Call => ({
  method: 'POST',
  path: '/api/v1/accounts/aggregate',
  headers,
  body: JSON.stringify({ where: threeConditions(n), measures: [{ fn: 'count' }] }),
});

function search(n: number, headers: Record<string, string>): Call {
  const list = n % 2 === 0 ? letters : accented;
  return {
    method: 'GET',
    path: `/api/v1/search?q=${encodeURIComponent(list[(n >> 1) % list.length] ?? '')}`,
    headers,
  };
}

async function someIds(scratch: Scratch, company: Company): Promise<string[]> {
  const { rows } = await scratch.database.app.query<{ id: string }>(
    `select id from "${company.schema}".account order by code desc limit 500`,
  );
  return rows.map(({ id }) => id);
}

/** What fifty people at work ask for: records, lists, search, and now and then a change. */
function mixedCall(n: number, headers: Record<string, string>, ids: readonly string[]): Call {
  const id = ids[(n * 37) % ids.length] ?? '';
  const turn = n % 10;
  if (turn < 4) return { method: 'GET', path: `/api/v1/accounts/${id}`, headers };
  if (turn < 6) return { method: 'GET', path: '/api/v1/accounts?limit=50', headers };
  if (turn < 7) return filteredList(n, headers);
  if (turn < 9) return search(n, headers);
  if (n % 20 === 9) {
    const body = JSON.stringify({ name: `Khách mới ${n}`, phones: ['0901234567'] });
    return { method: 'POST', path: '/api/v1/accounts', headers, body };
  }
  return {
    method: 'PATCH',
    path: `/api/v1/accounts/${id}`,
    headers,
    body: JSON.stringify({ notes: `Đã gọi ${n} ${Date.now()}` }),
  };
}
