import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';

export interface TrashItem {
  object: string;
  id: string;
  title: string | null;
  deletedAt: string;
  deletedBy: Reference | null;
  keptUntil: string;
}

export interface TrashFilter {
  object: string | undefined;
  q: string | undefined;
}

export const trashKey = ['trash'] as const;

export const trashQuery = ({ object, q }: TrashFilter) =>
  infiniteQueryOptions({
    queryKey: [...trashKey, object, q],
    queryFn: ({ pageParam, signal }) =>
      get<{ items: TrashItem[]; nextCursor: string | null }>(
        address('trash', { object, q, cursor: pageParam, limit: '50' }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** As many as the server takes in one request. */
const atOnce = 200;

export async function restoreItems(items: readonly TrashItem[]): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce)
    await send('POST', address('trash/restore'), {
      items: items.slice(i, i + atOnce).map(({ object, id }) => ({ object, id })),
    });
}

export async function eraseItems(items: readonly TrashItem[]): Promise<void> {
  for (const [object, of] of Map.groupBy(items, (item) => item.object))
    for (let i = 0; i < of.length; i += atOnce)
      await send('POST', address('trash/erase'), {
        object,
        ids: of.slice(i, i + atOnce).map(({ id }) => id),
      });
}
