import { address, send } from '#web/api/request.ts';
import type { AggregateAnswer, AggregateQuery } from '#web/api/records.ts';

/** How many a filter finds, however many. */
export async function countOf(
  path: string,
  { where, q }: Pick<AggregateQuery, 'where' | 'q'>,
  signal?: AbortSignal,
): Promise<number> {
  const body: AggregateQuery = { where, q, measures: [{ fn: 'count' }] };
  const answer = await send<AggregateAnswer>('POST', address(`${path}/aggregate`), body, {
    ...(signal && { signal }),
  });
  return Number(answer.groups[0]?.values[0] ?? 0);
}
