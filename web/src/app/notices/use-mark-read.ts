import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { keys } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { unreadQuery, type NoticeFilter, type NoticePage } from './notices.ts';
import { noticesWords } from './notices.words.ts';

/** Marks notices read, at once on the screen; other tabs and devices hear of it by the stream of changes. */
export function useMarkRead() {
  const t = useWords(noticesWords);
  const client = useQueryClient();

  /** What is read stays where it is until the list is asked for again. */
  function show(read: (id: string) => boolean | undefined): void {
    client.setQueriesData<InfiniteData<NoticePage>>(
      { queryKey: [...keys.notices, 'list'] },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => ({ ...item, read: read(item.id) ?? item.read })),
          })),
        },
    );
  }
  async function save(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      const isOffline = isProblem(error, 'offline');
      const said = error instanceof Error && !isOffline ? error.message : '';
      notify({ tone: 'bad', text: said || t('notSaved') });
    }
    await client.invalidateQueries({ queryKey: keys.notices });
  }

  return {
    one(id: string, read: boolean): void {
      show((each) => (each === id ? read : undefined));
      client.setQueryData(
        unreadQuery.queryKey,
        (unread) => unread && { ...unread, total: Math.max(0, unread.total + (read ? -1 : 1)) },
      );
      void save(send('PATCH', `/api/v1/notices/${id}`, { read }));
    },
    /** All that this list shows, as of the newest of them: what comes meanwhile was not seen. */
    all(filter: NoticeFilter, upTo: string | undefined): void {
      show(() => true);
      const kind = filter === 'all' || filter === 'unread' ? {} : { kind: filter };
      const body = { ...kind, ...(upTo !== undefined && { upTo }) };
      void save(send('POST', '/api/v1/notices/read', body));
    },
  };
}
