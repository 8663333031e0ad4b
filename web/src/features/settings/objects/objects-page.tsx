import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import type { PageProps } from '../page-entry.ts';
import { settingsWords } from '../settings.words.ts';
import { NewObject } from './new-object.tsx';
import { ObjectDesign } from './object-design.tsx';
import { objectsQuery } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** All objects; one of them to change. */
export function ObjectsPage({ item }: PageProps) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const title = useWords(settingsWords)('objects');
  const { data: objects, error } = useQuery(objectsQuery);
  const [isAdding, setAdding] = useState(false);
  if (error) return <Note tone="bad">{error.message}</Note>;
  if (!objects) return <PageSkeleton />;
  const chosen = objects.find(({ key }) => key === item);
  if (chosen) return <ObjectDesign key={chosen.key} object={chosen} />;
  return (
    <>
      <PageHead title={title} text={t('about')}>
        <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHead>
      <ul className={classes.list}>
        {objects.map((object) => (
          <li key={object.key} className={classes.row}>
            <Link
              to="/settings/$page/$item"
              params={{ page: 'objects', item: object.key }}
              className={classes.name ?? ''}
            >
              {label(object.pluralLabel)}
            </Link>
            <span className={classes.meta}>
              {[
                t('fieldCount', { count: object.fields.length }),
                object.custom && t('custom'),
                object.changed && t('changed'),
                object.archivedAt !== null && t('archived'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {isAdding && <NewObject onClose={() => setAdding(false)} />}
    </>
  );
}
