import { ActionIcon } from '@mantine/core';
import { IconList, IconPinnedOff } from '@tabler/icons-react';
import type { Favourite } from '#web/api/me.ts';
import { useFavourites } from '#web/engine/favourites.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { NavLink } from './nav-link.tsx';
import classes from './nav-bar.module.css';
import { iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';

/** What this person pinned; whatever is gone or not theirs any more is left out. */
export function Pinned() {
  const t = useWords(shellWords);
  const label = useLabel();
  const { byKey } = useModel();
  const { favourites, toggle } = useFavourites();
  const shown = favourites.flatMap((each) => {
    const object = byKey.get(each.object);
    const view = object?.views.find(({ key }) => key === each.view);
    const name = view
      ? label(view.label)
      : (each.title ?? (each.id ? null : object && label(object.pluralLabel)));
    return object && name ? [{ each, object, name }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('pinned')}>
      <p className={classes.heading}>{t('pinned')}</p>
      {shown.map(({ each, object, name }) => (
        <NavLink
          key={JSON.stringify(each)}
          to={addressOf(object.path, each)}
          icon={each.id === undefined ? IconList : iconOf(object)}
          after={
            <ActionIcon
              size="sm"
              className={classes.unpin ?? ''}
              aria-label={t('unpin', { name })}
              onClick={() => toggle(each)}
            >
              <IconPinnedOff size={14} />
            </ActionIcon>
          }
        >
          {name}
        </NavLink>
      ))}
    </div>
  );
}

function addressOf(path: string, { id, view }: Favourite): string {
  if (id !== undefined) return `/${path}/${id}`;
  return view === undefined ? `/${path}` : `/${path}?view=${encodeURIComponent(view)}`;
}
