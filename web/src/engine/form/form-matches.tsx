import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { useReasons } from '../duplicates/reason-words.ts';
import { fieldWords } from '../fields/fields.words.ts';
import { formWords } from './form.words.ts';
import type { Match } from './matches.ts';
import classes from './record-form.module.css';

interface Props {
  object: ScreenObject;
  matches: readonly Match[];
  onAnyway(): void;
}

/** Records that the new one probably is already, with why. */
export function FormMatches({ object, matches, onAnyway }: Props) {
  const t = useWords(formWords);
  const field = useWords(fieldWords);
  const reasons = useReasons(object);
  if (matches.length === 0) return null;
  return (
    <div data-problems tabIndex={-1} className={classes.problems}>
      <Note tone="warn">
        <p>{t('matches', { count: matches.length })}</p>
        <ul className={classes.matches}>
          {matches.map((match) => (
            <li key={match.id}>
              <Link
                to="/$objects/$id"
                params={{ objects: object.path, id: match.id }}
                target="_blank"
                className={classes.error ?? ''}
              >
                {match.title ?? field('unseen')}
              </Link>
              <span className={classes.reasons}>{reasons(match.reasons)}</span>
            </li>
          ))}
        </ul>
        <Button variant="default" size="compact-sm" onClick={onAnyway}>
          {t('createAnyway')}
        </Button>
      </Note>
    </div>
  );
}
