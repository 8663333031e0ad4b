import type { QueryClient } from '@tanstack/react-query';
import { aggregateQuery, queryRecords } from '#web/api/queries.ts';
import type { ListQuery, RecordData } from '#web/api/records.ts';
import { measuresOf, readMeasures, type Totals } from '../use-totals.ts';

/** Some fifteen sheets of paper; for more there are files. */
const mostPrinted = 500;

export interface Printed {
  records: readonly RecordData[];
  /** Of all that the filter finds. */
  totals: Totals | undefined;
}

/** The list from its first row on, whatever of it was scrolled to. */
export async function findPrinted(
  client: QueryClient,
  path: string,
  query: ListQuery,
  added: readonly string[],
): Promise<Printed> {
  const { where, q } = query;
  const [{ groups }, records] = await Promise.all([
    client.fetchQuery(aggregateQuery(path, { where, q, measures: measuresOf(added) })),
    firstRecords(path, query),
  ]);
  const values = groups[0]?.values;
  return { records, totals: values && readMeasures(added, values) };
}

async function firstRecords(path: string, query: ListQuery): Promise<RecordData[]> {
  const records: RecordData[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && records.length < mostPrinted) {
    const page = await queryRecords(path, {
      ...query,
      total: false,
      ...(cursor !== undefined && { cursor }),
    });
    records.push(...page.items);
    cursor = page.nextCursor;
  }
  return records;
}
