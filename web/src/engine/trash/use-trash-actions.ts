import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatNumber } from '#shared/locale/number.ts';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import { useModel } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { eraseItems, restoreItems, trashKey, type TrashItem } from './trash.ts';
import { trashWords } from './trash.words.ts';

type Act = UseMutationResult<void, Error, readonly TrashItem[]>;

/** Taking records back, and erasing them for good; both say what they did. */
export function useTrashActions(onDone: () => void): { restore: Act; erase: Act } {
  const t = useWords(trashWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const model = useModel();
  const navigate = useNavigate();
  const figure = (count: number) => formatNumber(String(count), language);
  const again = () => client.invalidateQueries({ queryKey: trashKey });
  const onError = (error: Error) => {
    const isGone = isProblem(error, 'notFound');
    const text = isGone
      ? t('goneText')
      : isProblem(error, 'offline')
        ? t('offline')
        : error.message;
    notify({ tone: isGone ? 'warn' : 'bad', text });
    void again();
  };
  const after = async (items: readonly TrashItem[]) => {
    onDone();
    const paths = [...new Set(items.map(({ object }) => model.byKey.get(object)?.path ?? ''))];
    await Promise.all([again(), renew(client, ...paths.filter(Boolean))]);
  };
  const restore = useMutation({
    mutationFn: restoreItems,
    onError,
    onSuccess: (_, items) => {
      const [only] = items;
      const path = model.byKey.get(only?.object ?? '')?.path;
      const one = items.length === 1 && only && path ? { id: only.id, path } : undefined;
      notify({
        tone: 'ok',
        text: one
          ? t('restoredOne', { name: only?.title ?? t('unnamed') })
          : t('restored', { count: figure(items.length) }),
        ...(one && {
          action: {
            label: t('show'),
            run: () =>
              void navigate({ to: '/$objects/$id', params: { objects: one.path, id: one.id } }),
          },
        }),
      });
      void after(items);
    },
  });
  const erase = useMutation({
    mutationFn: eraseItems,
    onError,
    onSuccess: (_, items) => {
      const [only] = items;
      notify({
        tone: 'ok',
        text:
          items.length === 1
            ? t('erasedOne', { name: only?.title ?? t('unnamed') })
            : t('erased', { count: figure(items.length) }),
      });
      void after(items);
    },
  });
  return { restore, erase };
}
