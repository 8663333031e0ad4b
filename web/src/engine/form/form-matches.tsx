import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';
import type { Match } from './use-record-form.ts';

interface Props {
  object: ScreenObject;
  matches: readonly Match[];
  onAnyway(): void;
}

/** Records that the new one probably is already. */
export function FormMatches({ object, matches, onAnyway }: Props) {
  const t = useWords(formWords);
  if (matches.length === 0) return null;
  return (
    <Note
      tone="warn"
      action={
        <Button variant="default" size="compact-sm" onClick={onAnyway}>
          {t('createAnyway')}
        </Button>
      }
    >
      <p>{t('matches', { count: matches.length })}</p>
      <ul className={classes.errors}>
        {matches.map(({ id, title }) => (
          <li key={id}>
            <Link
              to="/$objects/$id"
              params={{ objects: object.path, id }}
              target="_blank"
              className={classes.error ?? ''}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}
