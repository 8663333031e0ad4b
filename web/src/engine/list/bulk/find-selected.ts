import type { Filter } from '#shared/filter.ts';
import { queryRecords } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';

const page = 200;

/** The selected records as they are now, with the fields that are about to change. */
export async function findSelected(
  path: string,
  state: Pick<ListState, 'where' | 'q'>,
  { all, ids }: Selection,
  fields: readonly string[],
  { onFound, signal }: { onFound?(count: number): void; signal?: AbortSignal } = {},
): Promise<RecordData[]> {
  const found: RecordData[] = [];
  const collect = async (where: Filter | undefined, q: string | undefined) => {
    let cursor: string | undefined;
    do {
      // Each page begins where the one before ended.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await queryRecords(
        path,
        { where, q, fields, sort: 'id', limit: page, cursor },
        signal,
      );
      found.push(...answer.items.filter(({ id }) => all !== ids.has(id)));
      onFound?.(found.length);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor !== undefined);
  };
  if (all) await collect(state.where, state.q);
  else {
    const chosen = [...ids];
    for (let at = 0; at < chosen.length; at += page) {
      const some = chosen.slice(at, at + page);
      // oxlint-disable-next-line no-await-in-loop
      await collect({ field: 'id', op: 'in', value: some }, undefined);
    }
  }
  return found;
}
