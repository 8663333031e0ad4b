import { useDraggable } from '@dnd-kit/core';
import { TextInput } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '#shared/locale/text.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { transferWords } from '../transfer.words.ts';
import classes from './free-fields.module.css';
import { useTargetName } from './target-words.ts';
import type { Target } from './targets.ts';

/** Fields that no column fills yet, to be dragged onto one. */
export function FreeFields({
  targets,
  object,
}: {
  targets: readonly Target[];
  object: ScreenObject;
}) {
  const t = useWords(transferWords);
  const nameOf = useTargetName(object);
  const [search, setSearch] = useState('');
  const wanted = fold(search);
  const shown = targets.filter((target) => fold(nameOf(target)).includes(wanted));
  return (
    <section className={classes.free}>
      <h2 className={classes.title}>{t('freeFields')}</h2>
      <p className={classes.hint}>{t('freeFieldsHint')}</p>
      <TextInput
        aria-label={t('findField')}
        placeholder={t('findField')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {shown.map((target) => (
          <li key={target.path}>
            <FreeField target={target} name={nameOf(target)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={classes.hint}>{t('noField')}</p>}
    </section>
  );
}

function FreeField({ target, name }: { target: Target; name: string }) {
  const t = useWords(transferWords);
  const { setNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: target.path,
    data: { target, name },
  });
  return (
    <button
      ref={setNodeRef}
      type="button"
      {...attributes}
      {...listeners}
      aria-label={t('dragField', { field: name })}
      className={classes.field}
      data-dragging={isDragging}
    >
      <IconGripVertical size={14} stroke={1.7} aria-hidden />
      {name}
    </button>
  );
}
