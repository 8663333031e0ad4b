import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import { takeDropped } from './drag-entry.ts';
import classes from './documents.module.css';
import { useMove } from './use-move.ts';

interface Step {
  id: string;
  name: string;
}

/** The folders one has walked down; what is dragged onto one goes there. */
export function Crumbs({ steps }: { steps: readonly Step[] }) {
  const t = useWords(documentWords);
  return (
    <nav aria-label={t('where')} className={classes.crumbs}>
      <ol>
        <Crumb id={undefined} name={t('title')} isHere={steps.length === 0} />
        {steps.map(({ id, name }, i) => (
          <Crumb key={id} id={id} name={name} isHere={i === steps.length - 1} />
        ))}
      </ol>
    </nav>
  );
}

function Crumb({ id, name, isHere }: { id: string | undefined; name: string; isHere: boolean }) {
  const move = useMove();
  const [isOver, setOver] = useState(false);
  return (
    <li
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!takeDropped.is(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const entry = takeDropped(event);
        if (entry) void move(entry, id === undefined ? null : { id, title: name });
      }}
    >
      <Link
        to="/$objects"
        params={{ objects: 'documents' }}
        search={id === undefined ? {} : { folder: id }}
        // Of a folder in it, the first is not where one is.
        activeOptions={{ exact: true }}
        aria-current={isHere ? 'page' : undefined}
        className={classes.crumb ?? ''}
      >
        {name}
      </Link>
    </li>
  );
}
