import { Button } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { GroupEditor } from './builder/group-editor.tsx';
import { filterWords } from './filter.words.ts';
import { LineEditor } from './line-editor.tsx';
import type { Node } from './tree/filter-tree.ts';
import { readWithEmpty, writeWithEmpty } from './tree/with-empty.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  node: Node;
  onChange(node: Node): void;
  onDone(): void;
}

/** What stands in the panel of a chip; loaded when one is opened first. */
export function NodeEditor({ object, node, onChange, onDone }: Props) {
  const t = useWords(filterWords);
  const one = readWithEmpty(node);
  return (
    <>
      {one ? (
        <LineEditor object={object} {...one} onChange={(next) => onChange(writeWithEmpty(next))} />
      ) : (
        node.type === 'group' && <GroupEditor object={object} group={node} onChange={onChange} />
      )}
      <div className={classes.feet}>
        <Button variant="default" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </>
  );
}
