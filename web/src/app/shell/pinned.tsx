import { useState } from 'react';
import { useFavourites } from '#web/engine/favourites.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './nav-bar.module.css';
import { movePinned } from './move-pinned.ts';
import { PinnedLine } from './pinned-line.tsx';
import { shellWords } from './shell.words.ts';
import { usePinnedPlaces } from './use-pinned-places.ts';

/** What this person pinned, in the order they like; whatever is gone or not theirs any more is left out. */
export function Pinned() {
  const t = useWords(shellWords);
  const { favourites, toggle, reorder } = useFavourites();
  const places = usePinnedPlaces();
  const [drag, setDrag] = useState<{ from: number; over: number }>();
  if (places.length === 0) return null;
  const move = (from: number, to: number) => {
    const next = movePinned(favourites, from, to);
    if (next !== favourites) reorder(next);
  };
  return (
    <div role="group" aria-label={t('pinned')}>
      <p className={classes.heading}>{t('pinned')}</p>
      {places.map((place, order) => (
        <PinnedLine
          key={place.key}
          place={place}
          mark={drag?.over === place.at ? (drag.from > place.at ? 'above' : 'below') : undefined}
          onUnpin={() => toggle(place.favourite)}
          onStep={(step) => {
            const next = places[order + step];
            if (next) move(place.at, next.at);
          }}
          onDragStart={() => setDrag({ from: place.at, over: place.at })}
          onDragOver={() => setDrag((before) => before && { ...before, over: place.at })}
          onDragEnd={(isDropped) => {
            if (drag && isDropped) move(drag.from, drag.over);
            setDrag(undefined);
          }}
          isDragging={drag !== undefined}
        />
      ))}
    </div>
  );
}
