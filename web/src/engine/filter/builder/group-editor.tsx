import { ActionIcon, Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { filterWords } from '../filter.words.ts';
import { newGroup, newLine, type Group, type Node } from '../tree/filter-tree.ts';
import { GroupLine } from './group-line.tsx';
import classes from './builder.module.css';

interface Props {
  object: ScreenObject;
  group: Group;
  onChange(group: Group): void;
  /** Not for the outermost one. */
  onRemove?: () => void;
  depth?: number;
}

/** Deeper than this nobody reads a filter; the server takes eight. */
const deepest = 4;

/** Conditions that hold all or in part, and groups of them inside. */
export function GroupEditor({ object, group, onChange, onRemove, depth = 1 }: Props) {
  const t = useWords(filterWords);
  const set = (id: number, next: Node | undefined) =>
    onChange({
      ...group,
      nodes: group.nodes.flatMap((node) => (node.id === id ? (next ?? []) : node)),
    });
  const add = (node: Node) => onChange({ ...group, nodes: [...group.nodes, node] });
  const join = group.join === 'and' ? t('and') : t('or');
  return (
    <fieldset className={depth === 1 ? classes.root : classes.group}>
      <legend className="unseen">{t('group')}</legend>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('joinLabel')}
          value={group.join}
          onChange={(next) => onChange({ ...group, join: next === 'or' ? 'or' : 'and' })}
          data={[
            { value: 'and', label: t('joinAnd') },
            { value: 'or', label: t('joinOr') },
          ]}
        />
        {depth > 1 && (
          <Checkbox
            size="xs"
            label={t('notHint')}
            checked={group.isNot}
            onChange={(event) => onChange({ ...group, isNot: event.currentTarget.checked })}
          />
        )}
        {onRemove && (
          <ActionIcon
            className={classes.remove ?? ''}
            aria-label={t('removeGroup')}
            onClick={onRemove}
          >
            <IconX size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      {group.nodes.map((node, i) => (
        <div key={node.id} className={classes.node}>
          {i > 0 && <span className={classes.join}>{join}</span>}
          {node.type === 'line' ? (
            <GroupLine
              object={object}
              line={node}
              onChange={(next) => set(node.id, next)}
              onRemove={() => set(node.id, undefined)}
            />
          ) : (
            <GroupEditor
              object={object}
              group={node}
              depth={depth + 1}
              onChange={(next) => set(node.id, next)}
              onRemove={() => set(node.id, undefined)}
            />
          )}
        </div>
      ))}
      <div className={classes.feet}>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.7} />}
          onClick={() => add(newLine('', 'eq'))}
        >
          {t('addCondition')}
        </Button>
        {depth < deepest && (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.7} />}
            onClick={() => add(newGroup(group.join === 'and' ? 'or' : 'and', [newLine('', 'eq')]))}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
