import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { examples } from '#shared/fields/examples.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { ModelField } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { createRecords, list, type PresentedRecord } from '../../records/index.ts';
import { references } from '../../records/references.ts';
import { testWorkspace, type TestWorkspace } from '../../testing/workspace.ts';
import { listProblems } from '../import/index.ts';
import { importFile } from '../import/testing.ts';
import { exportRecords } from './export-records.ts';

const formats = ['csv', 'xlsx'] as const;
let w: TestWorkspace;
let ctx: Ctx;
let fields: ModelField[];

beforeAll(async () => {
  w = await testWorkspace();
  const team = await w.addTeam('Tổ; một');
  ctx = await w.as(await w.addMember(await w.addRole('administrator'), [team]));
  fields = [...(ctx.model.objects.get('box')?.fields.values() ?? [])].filter(
    ({ key, kind, unique, system }) =>
      !system && key !== 'name' && !unique && kind !== 'autoNumber' && !references[kind],
  );
});

/** Values of the conformance suite that the toy's own field takes. */
const valuesFor = (field: ModelField): unknown[] => {
  const { values, accepts } = examples[field.kind];
  return [...values, ...accepts.map(([, value]) => value)].filter((value) => {
    const parsed = value === null ? undefined : valueKind(field).parse(value, field);
    return parsed?.ok && parsed.value !== null;
  });
};

const take = async (format: 'csv' | 'xlsx', options: { ids?: boolean } = {}): Promise<Buffer> =>
  buffer((await exportRecords(ctx, 'box', { format, ...options })).content);

/** What the two files say the same records are. */
const plainOf = (record: PresentedRecord) =>
  Object.fromEntries(fields.map(({ key }) => [key, record[key] ?? null]));

describe.each(formats)('an export to %s', (format) => {
  it('changes nothing when it is imported, whatever kind a field is of', async () => {
    const team = [...ctx.directory.teams.keys()][0];
    const member = ctx.actor.kind === 'member' ? ctx.actor.id : '';
    const most = Math.max(...fields.map((field) => valuesFor(field).length));
    const inputs = Array.from({ length: most }, (_, i) => ({
      name: `Hộp ${format} ${i}`,
      serial: `-S${format}${i}`,
      packer: member,
      crew: team,
      ...Object.fromEntries(fields.map((field) => [field.key, valuesFor(field)[i] ?? null])),
    }));
    const made = await createRecords(ctx, 'box', inputs);
    const [first, second] = made;
    // Two of one name: only the record itself can say which is meant.
    await createRecords(ctx, 'box', [
      { name: `Hộp ${format} 1`, parent: first?.id, neighbours: [second?.id, first?.id] },
      { name: '=HYPERLINK("x")', parent: second?.id },
    ]);
    const done = await importFile(ctx, 'box', await take(format), { run: true });
    const { items } = await listProblems(ctx, done.id, 'run');
    expect(items.filter(({ rejects }) => rejects)).toEqual([]);
    expect(done).toMatchObject({ state: 'done', questions: [] });
    expect(done.plan?.match).toContain('id');
    expect(done.counts.run).toMatchObject({
      created: 0,
      updated: 0,
      rejected: 0,
      unchanged: done.total,
    });
    const unmapped = done.plan?.columns
      .filter(({ by }) => by === 'notMapped')
      .map(({ name }) => name);
    expect(unmapped).toEqual(['Ảnh', 'Giấy tờ']);
  });

  it('carries its records to another company', async () => {
    const other = await testWorkspace();
    const theirs = await other.as(await other.addMember(await other.addRole('administrator')));
    const file = await take(format);
    const columns = Object.fromEntries(
      ['Người gói', 'Tổ', 'Người phụ trách', 'Nhóm', 'Hộp bên', 'Hộp ngoài'].map((name) => [
        name,
        { target: null },
      ]),
    );
    const done = await importFile(theirs, 'box', file, { run: true, match: ['code'], columns });
    expect(done.counts.run).toMatchObject({ created: done.total, rejected: 0 });
    const rich = new Set(fields.filter(({ kind }) => kind === 'richText').map(({ key }) => key));
    const shown = async (from: Ctx) => {
      const { items } = await list(from, 'box', { sort: 'code', limit: 200 });
      return items.map((item) => {
        const plain = plainOf(item);
        // A cell keeps the words of a page, not its headings and lists.
        return [
          item['code'],
          item['name'],
          Object.entries(plain).filter(([key]) => !rich.has(key)),
        ];
      });
    };
    expect(await shown(theirs)).toEqual(await shown(ctx));
  });
});

describe('any values', () => {
  it.each(formats)('come back from %s as they were', async (format) => {
    const x = await testWorkspace();
    const own = await x.as(await x.addMember(await x.addRole('administrator')));
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '-5',
        '1,234',
        '0901',
        '=',
        'Có',
        '01/02/2026',
        'a;b',
        '"',
        ' ́',
        '[x]',
        'a [b]',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: words,
            notes: fc.option(words),
            weightKg: fc.option(
              fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => (n / 1000).toFixed(3)),
            ),
            pieces: fc.option(fc.maxSafeInteger()),
            discount: fc.option(fc.integer({ min: 0, max: 1000 }).map((n) => String(n / 8))),
            marks: fc.option(fc.array(words, { maxLength: 3 })),
            madeOn: fc.option(
              fc
                .date({
                  min: new Date('1850-01-01'),
                  max: new Date('2150-01-01'),
                  noInvalidDate: true,
                })
                .map((day) => day.toISOString().slice(0, 10)),
            ),
            seenAt: fc.option(
              fc
                .date({
                  min: new Date('1950-01-01'),
                  max: new Date('2150-01-01'),
                  noInvalidDate: true,
                })
                .map((at) => at.toISOString()),
            ),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        async (rows) => {
          try {
            await createRecords(own, 'box', rows);
          } catch {
            // Not every text is a name; what is not taken is not there to be exported.
            return;
          }
          const { content } = await exportRecords(own, 'box', { format });
          const done = await importFile(own, 'box', await buffer(content), {
            run: true,
            unchecked: true,
          });
          expect(done).toMatchObject({ state: 'done', questions: [] });
          expect(done.counts.run).toMatchObject({
            created: 0,
            updated: 0,
            rejected: 0,
            unchanged: done.total,
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});
