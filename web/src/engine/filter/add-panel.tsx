import { Button } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { startOf } from './adapt-value.ts';
import { FieldFinder } from './field-finder.tsx';
import { filterWords } from './filter.words.ts';
import type { FoundValue } from './find-fields.ts';
import { NodeEditor } from './node-editor.tsx';
import { mergeValue } from './tree/merge-value.ts';
import { newGroup, newLine, type Group, type Node } from './tree/filter-tree.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  root: Group;
  draft: Node | null;
  onDraft(node: Node | null): void;
  /** The filter has changed, and that is all. */
  onRoot(root: Group): void;
  onDone(): void;
}

/** First the field or the value, then the condition; or all conditions at once, to combine them. */
export function AddPanel({ object, root, draft, onDraft, onRoot, onDone }: Props) {
  const t = useWords(filterWords);
  if (draft) return <NodeEditor object={object} node={draft} onChange={onDraft} onDone={onDone} />;
  const put = ({ path, line }: FoundValue) => onRoot(mergeValue(root, path.path, line));
  return (
    <>
      <FieldFinder
        object={object}
        onField={(path) => {
          const { op, value } = startOf(path);
          onDraft(newLine(path.path, op, value));
        }}
        onValue={put}
      />
      <div className={classes.feet}>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() =>
            onDraft({
              ...root,
              nodes: [...root.nodes, newGroup('or', [newLine('', 'eq')])],
            })
          }
        >
          {t('advanced')}
        </Button>
      </div>
    </>
  );
}
