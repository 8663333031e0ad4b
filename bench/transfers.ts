import { betweenCreatedMs, firstCreated } from './generate-sql.ts';
import { families, givens, middles, places, trades } from './words.ts';
import type { Figure } from './report.ts';
import { residentMb, type Company, type Scratch } from './scratch.ts';

const rows = 100_000;

/** A file of companies with their people taken in, and as many records given out, through the API while it runs. */
export async function transfers(scratch: Scratch, company: Company): Promise<Figure[]> {
  const headers = { authorization: `Bearer ${company.adminKey}` };
  const imported = await watched(scratch, () => importFile(scratch.origin, headers));
  const exported = await watched(scratch, () =>
    exportAll(scratch.origin, headers, company.accounts),
  );
  const { accounts } = company;
  const seconds = (what: string, value: number, must: number, aim: number): Figure => ({
    what,
    accounts,
    value,
    unit: 's',
    must,
    aim,
    atMost: true,
  });
  const grown = (what: string, value: number, must: number): Figure => ({
    what,
    accounts,
    value,
    unit: 'MB more',
    must,
    aim: must,
    atMost: true,
  });
  return [
    seconds('import 100,000 accounts with contacts and duplicate check', imported.seconds, 60, 20),
    grown('memory during that import', imported.grownMb, 200),
    seconds('export 100,000 accounts as CSV', exported.seconds, 20, 8),
    grown('memory during that export', exported.grownMb, 100),
  ];
}

/** How long work takes, and by how much the server's memory grows above what it was. */
async function watched(
  scratch: Scratch,
  work: () => Promise<void>,
): Promise<{ seconds: number; grownMb: number }> {
  const before = await residentMb(scratch.server);
  let most = before;
  const watch = setInterval(() => {
    void residentMb(scratch.server).then((mb) => (most = Math.max(most, mb)));
  }, 100);
  const started = performance.now();
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - started) / 1000, grownMb: most - before };
}

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';

function companyFile(): string {
  const lines = [
    'Tên khách hàng;Mã số thuế;SĐT;Email;Địa chỉ;Người liên hệ;SĐT người liên hệ;Chức vụ',
  ];
  for (let i = 0; i < rows; i += 1) {
    const name = `Công ty TNHH ${pick(trades, i)} ${pick(places, i >> 4)} ${pick(givens, i >> 8)} ${i}`;
    const person = `${pick(families, i)} ${pick(middles, i >> 3)} ${pick(givens, i >> 6)}`;
    const serial = String(i).padStart(6, '0');
    lines.push(
      `${name};;02438${serial};lienhe@cty${i}.vn;${i % 900} Lê Lợi, TP.HCM;${person};09${String(10_000_000 + i)};Giám đốc`,
    );
  }
  return lines.join('\n');
}

async function importFile(origin: string, headers: Record<string, string>): Promise<void> {
  const form = new FormData();
  form.set('object', 'account');
  form.set(
    'options',
    JSON.stringify({ run: true, unchecked: true, match: ['name'], onMatch: 'skip' }),
  );
  form.set('file', new Blob([companyFile()], { type: 'text/csv' }), 'khach-hang.csv');
  const answer = await fetch(`${origin}/api/v1/imports`, { method: 'POST', headers, body: form });
  const { id } = await json(answer, 202);
  for (;;) {
    const { state, counts, failure } = await json(
      await fetch(`${origin}/api/v1/imports/${String(id)}`, { headers }),
      200,
    );
    if (state === 'done') return;
    if (state === 'failed' || state === 'needsChoice') {
      throw new Error(`the import ended as ${state}: ${JSON.stringify({ counts, failure })}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function exportAll(
  origin: string,
  headers: Record<string, string>,
  accounts: number,
): Promise<void> {
  // The oldest ones: the generator makes one every ninety seconds.
  const last = new Date(firstCreated + rows * betweenCreatedMs).toISOString();
  const where = { field: 'createdAt', op: 'lte', value: last };
  const answer = await fetch(
    `${origin}/api/v1/accounts/export?format=csv&where=${encodeURIComponent(JSON.stringify(where))}`,
    { headers },
  );
  if (answer.status !== 200 || !answer.body)
    throw new Error(`export: ${answer.status} ${await answer.text()}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  if (bytes < Math.min(rows, accounts) * 50) throw new Error(`the export gave only ${bytes} bytes`);
}

async function json(answer: Response, status: number): Promise<Record<string, unknown>> {
  const body: unknown = await answer.json();
  if (answer.status !== status || typeof body !== 'object' || body === null) {
    throw new Error(`${answer.url}: ${answer.status} ${JSON.stringify(body).slice(0, 500)}`);
  }
  return { ...body };
}
