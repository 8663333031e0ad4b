import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { tagsKey, type CountedTag, type TagField } from './tags-query.ts';
import { tagsWords } from './tags.words.ts';

/** The server takes records along in its background work; until then they are counted under the old name. */
const followMs = 3000;

/** Renaming, merging and removing one tag of a field. */
export function useChangeTag({ object }: TagField, tag: CountedTag, onDone: () => void) {
  const t = useWords(tagsWords);
  const tell = useTell();
  const client = useQueryClient();
  const renew = () => {
    const again = () =>
      Promise.all([
        client.invalidateQueries({ queryKey: tagsKey }),
        client.invalidateQueries({ queryKey: keys.records(object.path) }),
        // What a form suggests.
        client.invalidateQueries({ queryKey: ['tags'] }),
      ]);
    setTimeout(() => void again(), followMs);
    return again();
  };
  const put = (name: string) => send('PATCH', `/api/v1/tags/${tag.id}`, { name });
  const rename = useMutation({
    mutationFn: put,
    onSuccess: (_, name) => {
      onDone();
      const undo = () => void put(tag.name).then(renew, tell);
      notify({
        tone: 'ok',
        text: t('renamed', { from: tag.name, to: name }),
        action: { label: t('undo'), run: undo },
      });
      return renew();
    },
  });
  const merge = useMutation({
    mutationFn: (into: CountedTag) =>
      send('POST', `/api/v1/tags/${tag.id}/merge`, { into: into.id }),
    onSuccess: (_, into) => {
      onDone();
      notify({ tone: 'ok', text: t('merged', { from: tag.name, to: into.name }) });
      return renew();
    },
  });
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/api/v1/tags/${tag.id}`),
    onSuccess: () => {
      onDone();
      notify({ tone: 'ok', text: t('removed', { name: tag.name }) });
      return renew();
    },
  });
  return { rename, merge, remove };
}
