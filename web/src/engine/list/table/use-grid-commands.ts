import { useCommands } from '../../commands/commands.ts';
import { useWords } from '#web/words/language.tsx';
import { listWords } from '../list.words.ts';
import type { GridKeys } from './use-grid-keys.ts';

/** The keys of a list in the map of keys and the palette. */
export function useGridCommands(keys: GridKeys, isPage: boolean): void {
  const t = useWords(listWords);
  const group = t('list');
  const commands = [
    {
      id: 'list.down',
      label: t('keyDown'),
      keys: 'j',
      group,
      keysOnly: true,
      run: () => keys.move(1, false),
    },
    {
      id: 'list.up',
      label: t('keyUp'),
      keys: 'k',
      group,
      keysOnly: true,
      run: () => keys.move(-1, false),
    },
    {
      id: 'list.check',
      label: t('keyCheck'),
      keys: 'x',
      group,
      keysOnly: true,
      run: () => keys.check(),
    },
    {
      id: 'list.edit',
      label: t('keyEdit'),
      keys: 'F2',
      group,
      keysOnly: true,
      run: () => keys.edit(),
    },
    { id: 'list.all', label: t('selectAll'), group, run: () => keys.checkAll() },
  ];
  useCommands(isPage ? commands : none);
}

const none: [] = [];
