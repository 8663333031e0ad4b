import type { QueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import type { RecordData, RecordPage } from '#web/api/records.ts';

/** A record as it is now, wherever a list shows it; the lists are asked again beside this. */
export function showInPages(client: QueryClient, path: string, record: RecordData): void {
  client.setQueriesData<RecordPage>(
    { queryKey: [...keys.records(path), 'page'] },
    (page) =>
      page && {
        ...page,
        items: page.items.map((each) => (each.id === record.id ? { ...each, ...record } : each)),
      },
  );
}
