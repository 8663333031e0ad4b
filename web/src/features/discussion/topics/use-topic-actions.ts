import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys, renew } from '#web/api/queries.ts';
import { isProblem } from '#web/api/problem.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { discussionWords } from '../discussion.words.ts';
import { referenceOf } from '../read-record.ts';

interface Follower {
  member: { id: string };
}

/** What is done with a topic as a whole. */
export function useTopicActions(id: string, topic: RecordData | undefined) {
  const t = useWords(discussionWords);
  const me = useMe();
  const client = useQueryClient();
  const key = keys.around('topics', id, 'followers');
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<{ items: Follower[] }>(address(`topics/${id}/followers`), signal),
  });
  const isFollowing = data?.items.some(({ member }) => member.id === me.id) ?? false;
  const run = (work: Promise<unknown>) =>
    work.then(
      () => renew(client, 'topics'),
      (error: unknown) => {
        notify({ tone: 'bad', text: (isProblem(error) && error.message) || t('failed') });
        return renew(client, 'topics');
      },
    );
  const restore = () => void run(send('POST', address(`topics/${id}/restore`)));
  return {
    isFollowing,
    mayChange: me.role.administrator || referenceOf(topic?.['owner'])?.id === me.id,
    follow: () =>
      void run(
        isFollowing
          ? send('DELETE', address(`topics/${id}/followers/${me.id}`))
          : send('POST', address(`topics/${id}/followers`), { members: [me.id] }),
      ),
    change(values: Record<string, unknown>) {
      // At once; what the server says stands afterwards.
      client.setQueryData(keys.record('topics', id), topic && { ...topic, ...values });
      void run(send('PATCH', address(`topics/${id}`), values));
    },
    remove: () =>
      run(send('DELETE', address(`topics/${id}`))).then(() =>
        notify({ tone: 'ok', text: t('removed'), action: { label: t('undo'), run: restore } }),
      ),
  };
}
