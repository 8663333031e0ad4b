import { Button, FileButton, Skeleton } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import type { Entry } from './entry.ts';
import { EntryLine } from './entry-line.tsx';
import { EntryTile } from './entry-tile.tsx';
import { openPreview } from './open-preview.ts';
import { Room } from './room.tsx';
import classes from './documents.module.css';
import type { EntryList } from './use-entries.ts';
import type { Place } from './use-place.ts';

interface Props {
  list: EntryList;
  place: Place;
  canAdd: boolean;
  onFiles(files: readonly File[]): void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** What lies here, as lines or tiles; arrows walk them. */
export function Entries({ list, place, canAdd, onFiles }: Props) {
  const t = useWords(documentWords);
  const box = useRef<HTMLUListElement>(null);
  const { entries, isPending, isFailed } = list;
  const documents = entries.filter(({ kind }) => kind === 'document').map(({ record }) => record);
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const names = [...(box.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
    const at = names.findIndex((each) => each === document.activeElement);
    const next = step === undefined || at === -1 ? undefined : names[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const open = (entry: Entry) =>
    entry.kind === 'folder'
      ? place.go({ folder: entry.id, doc: undefined, q: undefined })
      : place.go({ doc: entry.id });
  const Item = place.isGrid ? EntryTile : EntryLine;
  if (isFailed)
    return (
      <div className={classes.entries}>
        <Note
          tone="bad"
          action={
            <Button size="xs" variant="default" onClick={list.again}>
              {t('again')}
            </Button>
          }
        >
          {t('failed')}
        </Note>
      </div>
    );
  if (isPending)
    return (
      <div className={classes.entries} aria-busy>
        {Array.from({ length: 8 }, (_, i) => (
          <Skeleton key={i} height={32} mt={8} />
        ))}
      </div>
    );
  if (entries.length === 0 && place.q !== '')
    return (
      <div className={classes.entries}>
        <Empty title={t('notFound', { q: place.q })} text={t('notFoundText')} />
      </div>
    );
  if (entries.length === 0)
    return (
      <div className={classes.entries}>
        <Empty title={t('empty')} text={t(canAdd ? 'emptyText' : 'emptyClosed')}>
          {canAdd && (
            <FileButton multiple onChange={onFiles}>
              {(button) => (
                <Button {...button} variant="default">
                  {t('upload')}
                </Button>
              )}
            </FileButton>
          )}
        </Empty>
      </div>
    );
  return (
    <div className={classes.entries}>
      {!place.isGrid && (
        <div className={classes.columns} aria-hidden>
          <span>{t('name')}</span>
          <span>{t('owner')}</span>
          <span>{t('changed')}</span>
          <span>{t('size')}</span>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk its buttons */}
      <ul ref={box} className={place.isGrid ? classes.tiles : classes.lines} onKeyDown={walk}>
        {entries.map((entry) => (
          <Item
            key={entry.id}
            entry={entry}
            isChosen={entry.id === place.doc}
            onOpen={() => open(entry)}
            onLook={() => openPreview(documents, entry.id)}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" className={classes.more ?? ''} onClick={list.more}>
          {t('more')}
        </Button>
      )}
      <Room />
    </div>
  );
}
