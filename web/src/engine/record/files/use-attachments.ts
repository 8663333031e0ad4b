import { useQuery, useQueryClient } from '@tanstack/react-query';
import { address } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { failureText } from '../people/failure-text.ts';
import { useOnPage } from '../record-context.tsx';
import { attachmentsQuery, type Attachment } from './attachments.ts';
import { filesWords } from './files.words.ts';
import { keepAfterAll, removeLater, useRemoved } from './removed-later.ts';

/** The files of the record of the page, and the way to take one off. */
export function useAttachments() {
  const t = useWords(filesWords);
  const { object, record, isPartial, isGone } = useOnPage();
  const client = useQueryClient();
  const options = attachmentsQuery(object.path, record.id);
  const query = useQuery({ ...options, enabled: !isPartial && !isGone });
  const renew = () => void client.invalidateQueries({ queryKey: options.queryKey });
  const removed = useRemoved();
  const remove = ({ id, name }: Attachment) => {
    removeLater(id, address(`${object.path}/${record.id}/files/${id}`), {
      onDone: () =>
        client.setQueryData(
          options.queryKey,
          (before) => before && { items: before.items.filter((each) => each.id !== id) },
        ),
      onFailed: (error) => {
        notify({ tone: 'bad', text: t('notRemoved', { name, reason: failureText(error, '') }) });
        renew();
      },
    });
    notify({
      tone: 'ok',
      text: t('removed', { name }),
      action: { label: t('undo'), run: () => keepAfterAll(id) },
    });
  };
  return {
    items: (query.data?.items ?? []).filter(({ id }) => !removed.includes(id)),
    isKnown: query.data !== undefined,
    isFailed: query.isError && query.data === undefined,
    again: renew,
    remove,
  };
}
