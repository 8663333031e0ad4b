import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { BottomSheet } from '#web/ui/bottom-sheet.tsx';
import { useWords } from '#web/words/language.tsx';
import { GroupEditor } from './builder/group-editor.tsx';
import { filterWords } from './filter.words.ts';
import { linesOf } from './tree/change-tree.ts';
import { newGroup, newLine, type Group } from './tree/filter-tree.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  root: Group;
  onChange(root: Group): void;
}

/** On phones: one button that says how many conditions there are, and a sheet in which they are built. */
export function FilterSheet({ object, root, onChange }: Props) {
  const t = useWords(filterWords);
  const [draft, setDraft] = useState<Group | null>(null);
  const count = linesOf(root).length;
  const leave = (next: Group | null) => {
    setDraft(null);
    if (next) onChange(next);
  };
  return (
    <>
      <button
        type="button"
        className={classes.add}
        aria-haspopup="dialog"
        onClick={() =>
          setDraft(root.nodes.length > 0 ? root : { ...root, nodes: [newLine('', 'eq')] })
        }
      >
        <IconFilter size={20} stroke={1.5} aria-hidden />
        {t('filter')}
        {count > 0 && (
          <>
            <span className={classes.count} aria-hidden>
              {count}
            </span>
            <span className="unseen">{t('filtersOn', { count })}</span>
          </>
        )}
      </button>
      <BottomSheet opened={draft !== null} onClose={() => leave(null)} title={t('filters')}>
        {draft && <GroupEditor object={object} group={draft} onChange={setDraft} />}
        <div className={classes.sheetFeet}>
          <Button variant="default" onClick={() => leave(newGroup('and'))}>
            {t('clear')}
          </Button>
          <Button onClick={() => leave(draft)}>{t('done')}</Button>
        </div>
      </BottomSheet>
    </>
  );
}
