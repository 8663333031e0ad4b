import { useMemo } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import type { Written } from './composer.tsx';
import type { Said, TalkKind } from './said.ts';
import { talkWords } from './talk.words.ts';
import type { Talk } from './use-talk.ts';

/** What one does in a talk; what fails is said, and nothing typed is lost. */
export function useSaidActions(kind: TalkKind, id: string, { add }: Pick<Talk, 'add'>) {
  const t = useWords(talkWords);
  return useMemo(() => {
    const fail = (error: unknown): false => {
      const { message } = isProblem(error) ? (error.errors[0] ?? error) : { message: '' };
      const isOffline = isProblem(error, 'offline');
      notify({ tone: 'bad', text: isOffline ? t('offline') : message || t('failed') });
      return false;
    };
    return {
      async say(written: Written, replyTo: Said | undefined): Promise<boolean> {
        try {
          const values = { ...written, [kind.object]: id, replyTo: replyTo?.id ?? null };
          const made = await send<Said>('POST', address(kind.pieces), values, {
            once: crypto.randomUUID(),
          });
          add({ ...made, reactions: [] });
          return true;
        } catch (error) {
          return fail(error);
        }
      },
      async change(one: Said, body: string | null): Promise<boolean> {
        try {
          const made = await send<Said>('PATCH', address(`${kind.pieces}/${one.id}`), { body });
          add({ ...made, reactions: one.reactions });
          return true;
        } catch (error) {
          return fail(error);
        }
      },
      remove(one: Said): void {
        const back = () =>
          void send('POST', address(`${kind.pieces}/${one.id}/restore`)).catch(fail);
        send('DELETE', address(`${kind.pieces}/${one.id}`)).then(
          () => notify({ tone: 'ok', text: t('removed'), action: { label: t('undo'), run: back } }),
          fail,
        );
      },
    };
  }, [kind, id, add, t]);
}
