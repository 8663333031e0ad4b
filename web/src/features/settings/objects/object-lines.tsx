import { Link } from '@tanstack/react-router';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** Objects in use, then those that were put away. */
export function ObjectLines({ objects }: { objects: readonly ObjectSetting[] }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const away = objects.filter(({ archivedAt }) => archivedAt !== null);
  const lines = (some: readonly ObjectSetting[]) => (
    <ul className={classes.list}>
      {some.map((object) => (
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
              t('fieldCount', {
                count: object.fields.filter(({ archivedAt }) => archivedAt === null).length,
              }),
              object.custom && t('custom'),
              object.changed && t('changed'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(objects.filter(({ archivedAt }) => archivedAt === null))}
      {away.length > 0 && (
        <>
          <h2 className={classes.heading}>{t('archivedObjects')}</h2>
          {lines(away)}
        </>
      )}
    </>
  );
}
