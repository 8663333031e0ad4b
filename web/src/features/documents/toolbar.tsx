import { Button, Select, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import {
  IconArrowsSort,
  IconFolderPlus,
  IconLayoutGrid,
  IconList,
  IconSearch,
} from '@tabler/icons-react';
import { useState } from 'react';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';
import { UploadButton } from './upload-button.tsx';
import type { Chosen } from './uploads/read-dropped.ts';
import { sorts, type Place } from './use-place.ts';

interface Props {
  place: Place;
  canAdd: boolean;
  onChosen(chosen: readonly Chosen[]): void;
}

const typingMs = 250;
const look = { size: 16, stroke: 1.7, 'aria-hidden': true };

/** Searching, how the list is shown, and the ways to add to it. */
export function Toolbar({ place, canAdd, onChosen }: Props) {
  const t = useWords(documentWords);
  const folders = useObject({ key: 'folder' });
  const [typed, setTyped] = useState(place.q);
  const search = useDebouncedCallback((q: string) => place.go({ q }), typingMs);
  const words = { name: 'byName', '-updatedAt': 'byNewest', updatedAt: 'byOldest' } as const;
  return (
    <div className={classes.tools}>
      <TextInput
        type="search"
        className={classes.search ?? ''}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch {...look} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        className={classes.sort ?? ''}
        aria-label={t('sort')}
        leftSection={<IconArrowsSort {...look} />}
        allowDeselect={false}
        data={sorts.map((value) => ({ value, label: t(words[value]) }))}
        value={place.sort}
        onChange={(sort) => place.go({ sort: sort ?? undefined })}
      />
      <SegmentedControl
        aria-label={t('layout')}
        value={place.isGrid ? 'grid' : 'list'}
        onChange={(as) => place.go({ as: as === 'grid' ? as : undefined })}
        data={[
          { value: 'list', label: <Way icon={IconList} label={t('asList')} /> },
          { value: 'grid', label: <Way icon={IconLayoutGrid} label={t('asGrid')} /> },
        ]}
      />
      {folders?.rights.create && (
        <Button
          variant="default"
          leftSection={<IconFolderPlus {...look} />}
          onClick={() =>
            openForm({
              object: 'folder',
              ...(place.folder !== undefined && { values: { parent: { id: place.folder } } }),
            })
          }
        >
          {t('newFolder')}
        </Button>
      )}
      {canAdd && <UploadButton onChosen={onChosen} />}
    </div>
  );
}

const Way = ({ icon: Glyph, label }: { icon: typeof IconList; label: string }) => (
  <span className={classes.way}>
    <Glyph {...look} />
    <span className="unseen">{label}</span>
  </span>
);
