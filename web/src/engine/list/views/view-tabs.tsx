import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useMayKeep } from '../../model.ts';
import { isChanged } from '../list-params.ts';
import type { ListControl } from '../list-state.ts';
import { AllViews } from './all-views.tsx';
import { ViewTab } from './view-tab.tsx';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

const ViewActions = lazy(async () => ({
  default: (await import('./view-actions.tsx')).ViewActions,
}));
const ViewMenu = lazy(async () => ({ default: (await import('./view-menu.tsx')).ViewMenu }));
const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));

interface Props {
  object: ScreenObject;
  control: ListControl;
}

/** More than these do not fit beside each other. */
const fewViews = 4;

/** Saved views as tabs: everything first, then those of the program, of everyone, of teams, one's own. */
export function ViewTabs({ object, control }: Props) {
  const t = useWords(viewWords);
  const label = useLabel();
  const mayKeep = useMayKeep();
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const { state, base, view, views, open } = control;
  return (
    <div className={classes.bar}>
      <nav className={classes.tabs} aria-label={t('views')}>
        <ViewTab object={object} id={null} name={t('everything')} isOn={!view} onOpen={open} />
        {views.map((each) => (
          <ViewTab
            key={each.id}
            object={object}
            id={each.id}
            name={label(each.name)}
            where={each.definition.where}
            q={each.definition.q}
            isOn={each.id === view?.id}
            onOpen={open}
          >
            {mayKeep && each.id === view?.id && (
              <Suspense fallback={null}>
                <ViewMenu
                  object={object}
                  view={each}
                  views={views}
                  onEdit={() => setDialog('edit')}
                  onCopy={() => setDialog('new')}
                  onGone={() => open(null)}
                />
              </Suspense>
            )}
          </ViewTab>
        ))}
      </nav>
      <div className={classes.side}>
        {views.length > fewViews && <AllViews views={views} chosen={view?.id} onOpen={open} />}
        {mayKeep && (
          <button
            type="button"
            className={classes.add}
            aria-label={t('saveAs')}
            title={t('saveAs')}
            onClick={() => setDialog('new')}
          >
            <IconPlus size={16} stroke={1.7} />
          </button>
        )}
      </div>
      {isChanged(state, base) && (
        <Suspense fallback={null}>
          <ViewActions control={control} onSaveAs={() => setDialog('new')} />
        </Suspense>
      )}
      {dialog !== null && (
        <Suspense fallback={null}>
          <ViewDialog
            object={object}
            control={control}
            view={dialog === 'edit' ? view : undefined}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
