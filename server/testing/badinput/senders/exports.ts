import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import ExcelJs from 'exceljs';
import type { Send } from '../outcome.ts';
import { expectStatus } from '../people.ts';
import { decimalField } from '../records.ts';
import { member, textMember, type Answer } from '../send.ts';
import type { World } from '../world.ts';
import { importFile } from './imports.ts';

const path = '/api/v1/contacts';

/** Kept as a text of one line and of several, as a number when it is one; then taken out and put in again. */
export const exportText: Send = async (world, payload) => {
  const { admin } = world.people;
  const number = /^-?\d+(\.\d+)?$/.test(String(payload));
  const values = { name: payload, notes: payload, ...(number && { [decimalField]: payload }) };
  const made = await world.ask(admin, 'POST', path, values);
  expectStatus(made, 201);
  const id = textMember(made.json, 'id');
  const [csv, xlsx] = [await fetchAs(world, id, 'csv'), await fetchAs(world, id, 'xlsx')];
  return {
    answers: [csv, xlsx],
    checks: {
      cell_inert: async () => inCsv(csv, number) ?? (await inXlsx(xlsx, number)),
      import_roundtrip: async () => {
        const before = kept(made.json);
        for (const [name, { bytes }] of [['a.csv', csv] as const, ['a.xlsx', xlsx] as const]) {
          const after = await importedAgain(world, name, bytes);
          if (!isDeepStrictEqual(after, before))
            return `${name} gives ${JSON.stringify(after)} for ${JSON.stringify(before)}`;
        }
        return undefined;
      },
    },
  };
};

async function fetchAs(world: World, id: string, format: string): Promise<Answer> {
  await world.forgetTries();
  const where = encodeURIComponent(JSON.stringify({ field: 'id', op: 'eq', value: id }));
  const columns = ['name', 'notes', decimalField].join();
  return world.ask(
    world.people.admin,
    'GET',
    `${path}/export?format=${format}&where=${where}&columns=${columns}&keys=true`,
  );
}

/** What a spreadsheet would take for a formula, had the cell not been marked. */
const active = /^[=+\-@\t\r]/;

function inCsv({ text }: Answer, number: boolean): string | undefined {
  const [, cells] = parse(text, { bom: true });
  if (!cells) return 'no row was exported';
  const [name = '', notes = '', balance = ''] = cells;
  const wrong = [name, notes].find((cell) => active.test(cell));
  if (wrong !== undefined) return `a cell is ${JSON.stringify(wrong)}`;
  return number && !/^-?\d/.test(balance) ? `a number became ${balance}` : undefined;
}

async function inXlsx({ bytes }: Answer, number: boolean): Promise<string | undefined> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.read(Readable.from([bytes]));
  const row = book.worksheets[0]?.getRow(2);
  if (!row) return 'no row was exported';
  for (const at of [1, 2]) {
    const { type } = row.getCell(at);
    if (type !== ExcelJs.ValueType.String && type !== ExcelJs.ValueType.SharedString)
      return `cell ${at} is of the type ${type}`;
  }
  return number && row.getCell(3).type !== ExcelJs.ValueType.Number
    ? 'a number is no number any more'
    : undefined;
}

const kept = (record: unknown) => ({
  name: member(record, 'name.full'),
  notes: member(record, 'notes'),
  balance: member(record, decimalField),
});

async function importedAgain(world: World, name: string, bytes: Buffer): Promise<unknown> {
  const before = new Date().toISOString();
  const done = await importFile(
    world,
    { name, type: 'application/octet-stream', bytes },
    // Spreadsheets say how numbers are written; a file of text is asked.
    { run: true, numbers: 'vi', dates: 'ymd' },
  );
  const found = await world.ask(world.people.admin, 'POST', `${path}/query`, {
    where: { field: 'createdAt', op: 'gte', value: before },
    sort: '-createdAt',
  });
  const made = member(found.json, 'items.0');
  if (made === undefined) throw new Error(`nothing was imported: ${JSON.stringify(done.import)}`);
  return kept(made);
}

/** Whoever may not export hears so, whatever they ask for. */
export const exportForeign: Send = async (world) => {
  const { sales1 } = world.people;
  const ask = (id = '') => {
    const where = encodeURIComponent(JSON.stringify({ field: 'id', op: 'eq', value: id }));
    return world.ask(sales1, 'GET', `/api/v1/accounts/export?format=csv&where=${where}`);
  };
  const answer = await ask(world.records.get('accounts')?.theirs);
  return {
    answers: [answer],
    twins: [[answer, await ask(randomUUID())]],
    denied: {
      memberId: sales1.memberId,
      action: 'request',
      subject: 'GET /api/v1/:objects/export',
    },
  };
};
