import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useModel } from '../model.ts';
import { FilterChip } from './filter-chip.tsx';
import { changeNode, removeNode } from './tree/change-tree.ts';
import type { Group } from './tree/filter-tree.ts';
import { useNames } from './use-names.ts';

interface Props {
  object: ScreenObject;
  where: Filter | undefined;
  root: Group;
  onChange(root: Group): void;
}

/** What the conditions say, each to be changed or taken away; loaded where there is one. */
export function FilterChips({ object, where, root, onChange }: Props) {
  const model = useModel();
  const { language, timeZone } = useLanguage();
  const names = useNames(where, object);
  const sayer = { object, model, language, timeZone, names };
  return root.nodes.map((node) => (
    <FilterChip
      key={node.id}
      object={object}
      node={node}
      sayer={sayer}
      onChange={(next) => onChange(changeNode(root, node.id, () => next))}
      onRemove={() => onChange(removeNode(root, node.id))}
    />
  ));
}
