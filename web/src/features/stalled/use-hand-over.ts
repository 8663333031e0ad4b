import { useMutation, useQueryClient } from '@tanstack/react-query';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { stalledWords } from './stalled.words.ts';

/** Customers that go to one colleague. */
export interface Gift {
  to: string;
  accounts: readonly string[];
}

interface Given {
  handovers: string[];
  customers: number;
  along: number;
}

const mostAtOnce = 200;

/** Hands customers over and offers to take them back. */
export function useHandOver(sheet: string, onDone: () => void) {
  const t = useWords(stalledWords);
  const client = useQueryClient();
  const settle = () =>
    renew(client, 'stalled-sheets', 'accounts', 'contacts', 'activities', 'handovers');

  const takeBack = useMutation({
    mutationFn: async (handovers: readonly string[]) => {
      const counted = { customers: 0, stayed: 0 };
      for (let at = 0; at < handovers.length; at += mostAtOnce) {
        const body = { handovers: handovers.slice(at, at + mostAtOnce) };
        const path = address('stalled/hand-over/undo');
        const part = await send<typeof counted>('POST', path, body);
        counted.customers += part.customers;
        counted.stayed += part.stayed;
      }
      return counted;
    },
    onSuccess: ({ customers, stayed }) =>
      notify({
        tone: 'ok',
        text: [
          t('takenBack', { count: customers }),
          ...(stayed > 0 ? [t('stayed', { count: stayed })] : []),
        ].join(' '),
      }),
    onError: (error) => notify({ tone: 'bad', text: t('failed', { reason: error.message }) }),
    onSettled: settle,
  });

  return useMutation({
    mutationFn: async ({ gifts, note }: { gifts: readonly Gift[]; note: string }) => {
      const all: Given = { handovers: [], customers: 0, along: 0 };
      for (const { to, accounts } of gifts)
        for (let at = 0; at < accounts.length; at += mostAtOnce) {
          const some = accounts.slice(at, at + mostAtOnce);
          const body = { accounts: some, to, sheet, ...(note !== '' && { note }) };
          const part = await send<Given>('POST', address('stalled/hand-over'), body);
          all.handovers.push(...part.handovers);
          all.customers += part.customers;
          all.along += part.along;
        }
      return all;
    },
    onSuccess: ({ handovers, customers, along }) => {
      notify({
        tone: 'ok',
        text: t('given', { count: customers, along }),
        action: { label: t('undo'), run: () => takeBack.mutate(handovers) },
      });
      onDone();
    },
    onSettled: settle,
  });
}
