import { useNavigate } from '@tanstack/react-router';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { isProblem } from '#web/api/problem.ts';
import { openForm } from '../../form/open-form.ts';
import { useSave } from '../../records/save.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { copyOf } from './copy-of.ts';
import { useNeighbours } from './use-neighbours.ts';

/** What can be done with the record of the page as a whole. */
export function useRecordVerbs() {
  const t = useWords(recordWords);
  const { object, record, isGone } = useOnPage();
  const navigate = useNavigate();
  const save = useSave(object);
  const { back } = useNeighbours();
  const remove = async () => {
    try {
      await save.remove([record.id]);
      back();
    } catch (error) {
      if (!isProblem(error)) throw error;
      notify({ tone: 'bad', text: error.code === 'offline' ? t('offline') : error.message });
    }
  };
  return {
    canEdit: object.rights.update !== 'none' && !isGone,
    canRemove: object.rights.delete !== 'none' && !isGone,
    edit: () => openForm({ object: object.key, recordId: record.id }),
    duplicate: () =>
      openForm({
        object: object.key,
        values: copyOf(object, record),
        onDone: ({ id }) =>
          void navigate({ to: '/$objects/$id', params: { objects: object.path, id } }),
      }),
    remove: () => void remove(),
    copyAddress: () =>
      void navigator.clipboard
        .writeText(`${window.location.origin}/${object.path}/${record.id}`)
        .then(
          () => notify({ tone: 'ok', text: t('copied') }),
          () => notify({ tone: 'bad', text: t('notCopied') }),
        ),
  };
}
