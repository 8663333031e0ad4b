import { useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersQuery, type Member } from '../people/people-queries.ts';
import { useTell } from '../use-tell.ts';
import { membersWords } from './members.words.ts';

/** What is done with one click, and said in a toast. */
export function useMemberActions(member: Member) {
  const t = useWords(membersWords);
  const tell = useTell();
  const me = useMe();
  const client = useQueryClient();
  const { id, name } = member;
  const post = async (verb: string, body?: unknown) => {
    await send('POST', `/api/v1/members/${id}/${verb}`, body);
    await client.invalidateQueries({ queryKey: membersQuery.queryKey });
  };
  const inviteAgain = () =>
    void post('invite-again').then(
      () => notify({ tone: 'ok', text: t('invitedAgain', { name }) }),
      tell,
    );
  const makeLink = async () =>
    (await send<{ link: string }>('POST', `/api/v1/members/${id}/invitation-link`)).link;
  // What was given to them before they came stays with whoever cancels.
  const cancel = () =>
    void post('deactivate', { takeOver: me.id }).then(
      () =>
        notify({
          tone: 'ok',
          text: t('cancelled', { name }),
          action: {
            label: t('undo'),
            run: () =>
              void post('reactivate')
                .then(() => post('invite-again'))
                .catch(tell),
          },
        }),
      tell,
    );
  const reactivate = () =>
    void post('reactivate').then(
      () => notify({ tone: 'ok', text: t('reactivated', { name }) }),
      tell,
    );
  const endSessions = () =>
    void post('end-sessions').then(
      () => notify({ tone: 'ok', text: t('sessionsEnded', { name }) }),
      tell,
    );
  return { inviteAgain, makeLink, cancel, reactivate, endSessions };
}
