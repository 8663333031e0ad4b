import { Button } from '@mantine/core';
import { useLabel, useWords } from '#web/words/language.tsx';
import { isNamedKind, kindWords } from './kinds.words.ts';
import type { ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './sections-design.module.css';

interface Props {
  setting: ObjectSetting;
  onRestore(field: string): void;
}

/** Fields that were put away, with their values, ready to come back. */
export function ArchivedFields({ setting, onRestore }: Props) {
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const away = setting.fields.filter(({ archivedAt }) => archivedAt !== null);
  if (away.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('archivedFields')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('archivedFields')}</h3>
      </div>
      <ul className={classes.fields}>
        {away.map((field) => (
          <li key={field.key} className={classes.away}>
            <span className={classes.plain}>{label(field.label)}</span>
            <span className={classes.meta}>
              {isNamedKind(field.kind) ? k(field.kind) : field.kind}
            </span>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('restoreNamed', { name: label(field.label) })}
              onClick={() => onRestore(field.key)}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
