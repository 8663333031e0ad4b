import { IconFilterPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { filterWords } from './filter.words.ts';
import type { Group, Node } from './tree/filter-tree.ts';
import { readWithEmpty } from './tree/with-empty.ts';
import classes from './filter.module.css';

const AddPanel = lazy(async () => ({ default: (await import('./add-panel.tsx')).AddPanel }));

interface Props {
  object: ScreenObject;
  root: Group;
  onChange(root: Group): void;
}

/** The button that adds a condition: a field is found first, then its condition is said. */
export function AddFilter({ object, root, onChange }: Props) {
  const t = useWords(filterWords);
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<Node | null>(null);
  const leave = () => {
    setOpen(false);
    setDraft(null);
  };
  const put = (node: Node | null) => {
    leave();
    if (node)
      onChange(
        node.type === 'group' && readWithEmpty(node) === undefined
          ? node
          : { ...root, nodes: [...root.nodes, node] },
      );
  };
  return (
    <FilterPopover
      label={t('filter')}
      opened={isOpen}
      onDone={() => put(draft)}
      onCancel={leave}
      isWide={draft !== null && readWithEmpty(draft) === undefined}
      target={
        <button
          type="button"
          className={classes.add}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? put(draft) : setOpen(true))}
        >
          <IconFilterPlus size={16} stroke={1.7} aria-hidden />
          {t('filter')}
        </button>
      }
    >
      <Suspense fallback={<div className={classes.waiting} />}>
        {isOpen && (
          <AddPanel
            object={object}
            root={root}
            draft={draft}
            onDraft={setDraft}
            onRoot={(next) => put(next)}
            onDone={() => put(draft)}
          />
        )}
      </Suspense>
    </FilterPopover>
  );
}
