import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { objectsWords } from './objects.words.ts';
import type { Design } from './use-design.ts';
import classes from './sections-design.module.css';

/** What stands in the way of saving: somebody else was faster, or the server found something wrong. */
export function DesignNotes({ design }: { design: Design }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const textOf = useProblemText();
  const { problem, isStale, now } = design;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (isStale)
    return (
      <Note tone="warn">
        <p>{t('stale')}</p>
        <div className={classes.choices}>
          <Button variant="default" size="compact-sm" onClick={design.keepMine}>
            {t('keepMine')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={design.discard}>
            {t('takeTheirs')}
          </Button>
        </div>
      </Note>
    );
  if (!problem || problem.code === 'stale') return null;
  const added = now.fields.filter(({ isNew }) => isNew);
  const nameOf = (path: string): string | undefined => {
    const [part, at = ''] = path.split('.');
    const field = part === 'added' ? added[Number(at)] : now.byKey.get(at);
    return field && label(field.label);
  };
  const lines = problem.errors.map(({ path, message }) => {
    const name = nameOf(path);
    return name === undefined ? message : `${name}: ${message}`;
  });
  return (
    <div ref={box}>
      <Note tone="bad">
        {lines.length === 0 ? (
          textOf(problem)
        ) : (
          <>
            <p>{t('notYet')}</p>
            <ul className={classes.errors}>
              {[...new Set(lines)].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </Note>
    </div>
  );
}
