import { useLabel, useWords } from '#web/words/language.tsx';
import { useCommands } from '../commands/commands.ts';
import { useNeighbours } from './head/use-neighbours.ts';
import { useRecordVerbs } from './head/use-record-verbs.tsx';
import { useOnPage } from './record-context.tsx';
import { recordWords } from './record.words.ts';

/** What keys and the palette do on the page of a record. */
export function useRecordKeys(): void {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object } = useOnPage();
  const { neighbours, go } = useNeighbours();
  const verbs = useRecordVerbs();
  const group = label(object.label);
  useCommands([
    ...(neighbours
      ? [
          {
            id: 'record.next',
            label: t('nextShort'),
            keys: 'j',
            group,
            run: () => go(neighbours.next),
          },
          {
            id: 'record.previous',
            label: t('previousShort'),
            keys: 'k',
            group,
            run: () => go(neighbours.previous),
          },
        ]
      : []),
    ...(verbs.canEdit
      ? [{ id: 'record.edit', label: t('edit'), keys: 'e', group, run: verbs.edit }]
      : []),
    ...(object.rights.create
      ? [{ id: 'record.duplicate', label: t('duplicate'), group, run: verbs.duplicate }]
      : []),
    { id: 'record.print', label: t('print'), group, run: () => window.print() },
    { id: 'record.copy', label: t('copyAddress'), group, run: verbs.copyAddress },
  ]);
}
