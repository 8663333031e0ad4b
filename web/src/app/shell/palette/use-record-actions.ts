import { IconExternalLink, IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useFavourites } from '#web/engine/favourites.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useMayKeep } from '#web/engine/model.ts';
import { recordActions } from '#web/engine/record-actions.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { shellWords } from '../shell.words.ts';
import type { Option } from './option.ts';
import type { Found } from './use-found.ts';

export const addressOf = ({ object, id }: Found): string => `/${object.path}/${id}`;

/** What can be done with the record one stands on, without opening it first. */
export function useRecordActions(found: Found | undefined): readonly Option[] {
  const t = useWords(shellWords);
  const label = useLabel();
  const { has, toggle } = useFavourites();
  const mayKeep = useMayKeep();
  if (!found) return [];
  const { object, id, record } = found;
  const favourite = { object: object.key, id };
  const isPinned = has(favourite);
  return [
    ...(record ? recordActions(object.key, record) : []).map((action) => ({
      key: `do ${action.key}`,
      label: label(action.label),
      icon: action.icon,
      run: () => record && action.run(record),
    })),
    ...(object.rights.update === 'none'
      ? []
      : [
          {
            key: 'do edit',
            label: t('edit'),
            icon: IconPencil,
            run: () => openForm({ object: object.key, recordId: id }),
          },
        ]),
    ...(mayKeep
      ? [
          {
            key: 'do pin',
            label: t(isPinned ? 'unpinIt' : 'pin'),
            icon: isPinned ? IconPinnedOff : IconPin,
            run: () => toggle(favourite),
          },
        ]
      : []),
    {
      key: 'do tab',
      label: t('openInTab'),
      icon: IconExternalLink,
      keys: 'mod+Enter',
      run: () => void window.open(addressOf(found), '_blank', 'noopener'),
    },
  ];
}
