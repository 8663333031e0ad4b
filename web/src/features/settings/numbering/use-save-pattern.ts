import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { numberingKey, numberingQuery, type Numbering } from './numbering-query.ts';
import { numberingWords } from './numbering.words.ts';

/** Another pattern for the numbers to come; an undo brings back the one there was. */
export function useSavePattern({ object, field, pattern: saved }: Numbering) {
  const t = useWords(numberingWords);
  const tell = useTell();
  const client = useQueryClient();
  const put = async (pattern: string) => {
    await send('PATCH', address(`settings/objects/${object}/fields/${field}`), { pattern });
    await client.invalidateQueries({ queryKey: numberingKey });
    await client.invalidateQueries({ queryKey: keys.model });
  };
  return useMutation({
    mutationFn: put,
    // Noted now: when the answer is there, `saved` is what was saved.
    onMutate: () => saved,
    onSuccess: (_, _pattern, before) => {
      const now = client
        .getQueryData(numberingQuery.queryKey)
        ?.find((each) => each.object === object && each.field === field);
      notify({
        tone: 'ok',
        text: t('saved', { next: now?.next ?? '' }),
        action: { label: t('undo'), run: () => void put(before).catch(tell) },
      });
    },
  });
}
