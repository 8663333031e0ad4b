import { Link } from '@tanstack/react-router';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** Objects of the company's own, those the program brings, then those that were put away. */
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
              object.changed && t('changed'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
  const inUse = objects.filter(({ archivedAt }) => archivedAt === null);
  const own = inUse.filter(({ custom }) => custom);
  const brought = inUse.filter(({ custom }) => !custom);
  const parts = [
    { name: t('own'), some: own },
    // Nothing to tell them from: no name.
    { name: own.length > 0 ? t('brought') : '', some: brought },
    { name: t('archivedObjects'), some: away },
  ];
  return parts.map(
    ({ name, some }) =>
      some.length > 0 && (
        <section key={name} {...(name !== '' && { 'aria-label': name })}>
          {name !== '' && <h2 className={classes.heading}>{name}</h2>}
          {lines(some)}
        </section>
      ),
  );
}
