import { useModel } from '#web/engine/model.ts';
import { useRecent } from '#web/engine/recent.ts';
import { useWords } from '#web/words/language.tsx';
import { NavLink } from './nav-link.tsx';
import classes from './nav-bar.module.css';
import { iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';

const shown = 5;

/** Records this person looked at last, on this machine. */
export function Recent() {
  const t = useWords(shellWords);
  const { byKey } = useModel();
  const records = useRecent().flatMap((record) => {
    const object = byKey.get(record.object);
    return object ? [{ ...record, object }] : [];
  });
  if (records.length === 0) return null;
  return (
    <div role="group" aria-label={t('recent')}>
      <p className={classes.heading}>{t('recent')}</p>
      {records.slice(0, shown).map(({ object, id, title }) => (
        <NavLink key={id} to={`/${object.path}/${id}`} icon={iconOf(object)}>
          {title}
        </NavLink>
      ))}
    </div>
  );
}
