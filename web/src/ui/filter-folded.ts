import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { fold } from '#shared/locale/text.ts';

/** Options are found without accents, as everything is. */
export const filterFolded: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search);
  return options.flatMap((each): ComboboxParsedItem[] => {
    if (!('group' in each)) return fold(String(each.label)).includes(wanted) ? [each] : [];
    const items = each.items.filter(({ label }) => fold(String(label)).includes(wanted));
    return items.length > 0 ? [{ ...each, items }] : [];
  });
};
