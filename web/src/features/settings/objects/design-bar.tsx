import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { SaveBar } from '../save-bar.tsx';
import { objectsWords } from './objects.words.ts';
import type { Design } from './use-design.ts';

/** All changes of the object at once. */
export function DesignBar({ design }: { design: Design }) {
  const t = useWords(objectsWords);
  if (design.count === 0) return null;
  const save = async () => {
    if (await design.save()) notify({ tone: 'ok', text: t('saved') });
  };
  return (
    <SaveBar
      title={t('changes', { count: design.count })}
      text={t('changesText')}
      discard={{ label: t('discard'), run: design.discard }}
      save={{ label: t('save'), run: () => void save(), busy: design.isSaving }}
    />
  );
}
