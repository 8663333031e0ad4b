import { Button } from '@mantine/core';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useMayKeep } from '../../model.ts';
import type { ListControl } from '../list-state.ts';
import { contentOf } from './saved-view.ts';
import { useSaveView } from './use-save-view.ts';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

interface Props {
  control: ListControl;
  onSaveAs(): void;
}

/** What to do with a list that no longer is what its view says. */
export function ViewActions({ control, onSaveAs }: Props) {
  const t = useWords(viewWords);
  const label = useLabel();
  const mayKeep = useMayKeep();
  const { state, view, open } = control;
  const { update, failed } = useSaveView(view?.object ?? '');
  const save = async () => {
    if (!view) return;
    try {
      await update(view, { definition: contentOf(state) });
      open(view.id);
      notify({ tone: 'ok', text: t('saved', { name: label(view.name) }) });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <div className={classes.actions}>
      <Button size="xs" variant="subtle" color="gray" onClick={() => open(view?.id ?? null)}>
        {t('reset')}
      </Button>
      {mayKeep &&
        (view?.writable ? (
          <Button size="xs" variant="default" onClick={() => void save()}>
            {t('saveChanges')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={onSaveAs}>
            {t('saveAs')}
          </Button>
        ))}
    </div>
  );
}
