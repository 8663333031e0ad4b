import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useModel } from '#web/engine/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import type { PageProps } from '../page-entry.ts';
import { settingsWords } from '../settings.words.ts';
import { ArchivedObject } from './archived-object.tsx';
import { NewObject } from './new-object.tsx';
import { ObjectDesign } from './object-design.tsx';
import { ObjectLines } from './object-lines.tsx';
import { objectsQuery } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';

/** All objects; one of them to change. */
export function ObjectsPage({ item }: PageProps) {
  const t = useWords(objectsWords);
  const title = useWords(settingsWords)('objects');
  const { version, byKey } = useModel();
  const { data: objects, error } = useQuery(objectsQuery(version));
  const [isAdding, setAdding] = useState(false);
  if (error && !objects) return <Note tone="bad">{error.message}</Note>;
  if (!objects) return <PageSkeleton />;
  if (item !== undefined) {
    const setting = objects.find(({ key }) => key === item);
    const object = byKey.get(item);
    if (!setting) return <Empty title={t('gone')} />;
    if (setting.archivedAt !== null) return <ArchivedObject setting={setting} />;
    // Just made: the model of the screens follows at once.
    if (!object) return <PageSkeleton />;
    return <ObjectDesign key={item} setting={setting} object={object} />;
  }
  return (
    <>
      <PageHead title={title} text={t('about')}>
        <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHead>
      <ObjectLines objects={objects} />
      {isAdding && <NewObject objects={objects} onClose={() => setAdding(false)} />}
    </>
  );
}
