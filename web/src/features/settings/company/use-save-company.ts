import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '#web/api/me.ts';
import { keys, meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { companyWords } from './company.words.ts';

type Profile = Me['workspace'];
export type CompanyPatch = Partial<Pick<Profile, 'name' | 'language' | 'timeZone'>>;

/** Saves what was changed; an undo sends what was there before. */
export function useSaveCompany(before: Profile, onSaved: () => void) {
  const t = useWords(companyWords);
  const tell = useTell();
  const client = useQueryClient();
  const put = async (patch: CompanyPatch) => {
    const workspace = await send<Profile>('PATCH', '/api/v1/workspace', patch);
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, workspace });
    await client.invalidateQueries({ queryKey: keys.me });
  };
  return useMutation({
    mutationFn: put,
    // Noted now: when the answer is there, `before` is what was saved.
    onMutate: (patch): CompanyPatch => {
      const { name, language, timeZone } = before;
      return {
        ...(patch.name !== undefined && { name }),
        ...(patch.language !== undefined && { language }),
        ...(patch.timeZone !== undefined && { timeZone }),
      };
    },
    onSuccess: (_, _patch, old) => {
      onSaved();
      notify({
        tone: 'ok',
        text: t('saved'),
        action: { label: t('undo'), run: () => void put(old).catch(tell) },
      });
    },
  });
}
