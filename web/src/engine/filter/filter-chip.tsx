import { IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { lineTexts, nodeText, type Sayer } from './filter-words.ts';
import { filterWords } from './filter.words.ts';
import type { Node } from './tree/filter-tree.ts';
import { readWithEmpty } from './tree/with-empty.ts';
import classes from './filter.module.css';

const NodeEditor = lazy(async () => ({
  default: (await import('./node-editor.tsx')).NodeEditor,
}));

interface Props {
  object: ScreenObject;
  node: Node;
  sayer: Sayer;
  onChange(node: Node): void;
  onRemove(): void;
}

/** One condition, or one group of them: what it says, a way to change it, a way out. */
export function FilterChip({ object, node, sayer, onChange, onRemove }: Props) {
  const t = useWords(filterWords);
  const [draft, setDraft] = useState<Node | null>(null);
  const name = nodeText(node, sayer);
  const done = () => {
    if (draft && draft !== node) onChange(draft);
    setDraft(null);
  };
  return (
    <span className={classes.chip}>
      <FilterPopover
        label={t('change', { name })}
        opened={draft !== null}
        onDone={done}
        onCancel={() => setDraft(null)}
        isWide={readWithEmpty(node) === undefined}
        target={
          <button
            type="button"
            className={classes.say}
            aria-expanded={draft !== null}
            onClick={() => (draft === null ? setDraft(node) : done())}
          >
            <span className="unseen">{t('changeIt')}</span>
            <ChipText node={node} sayer={sayer} />
          </button>
        }
      >
        <Suspense fallback={<div className={classes.waiting} />}>
          {draft && <NodeEditor object={object} node={draft} onChange={setDraft} onDone={done} />}
        </Suspense>
      </FilterPopover>
      <button
        type="button"
        className={classes.away}
        aria-label={t('takeAway', { name })}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.7} />
      </button>
    </span>
  );
}

function ChipText({ node, sayer }: { node: Node; sayer: Sayer }) {
  const t = useWords(filterWords);
  const one = readWithEmpty(node);
  if (!one) return <span className={classes.part}>{nodeText(node, sayer)}</span>;
  const { field, op, value } = lineTexts(one.line, sayer);
  return (
    <>
      <span className={classes.part}>{field}</span>
      {op !== '' && ' '}
      {op !== '' && <span className={classes.op}>{op}</span>}
      {value !== '' && ' '}
      {value !== '' && <span className={classes.part}>{value}</span>}
      {one.hasEmpty && <span className={classes.op}>{t('orEmpty')}</span>}
    </>
  );
}
