import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { showToast } from '#web/ui/show-toast.tsx';
import { useWords } from '#web/words/language.tsx';
import { useCommands } from '../../commands/commands.ts';
import { useModel } from '../../model.ts';
import { isSortable } from '../column-field.ts';
import { columnsOf, summed, type Column } from '../columns.ts';
import { splitGroup } from '../groups.ts';
import type { ListState } from '../list-params.ts';
import { listWords } from '../list.words.ts';
import { queryOf } from '../query-of.ts';
import { mostTerms, readSort, writeSort } from '../sort-terms.ts';
import { findPrinted, type Printed } from './find-printed.ts';
import { printWords } from './print.words.ts';

export interface PrintedList extends Printed {
  columns: readonly Column[];
}

export interface ListPrint {
  sheet: PrintedList | null;
  print(): void;
  done(): void;
}

/** Paper has no scroll: before a list is printed, all of it is fetched, up to what one would want on paper. */
export function usePrint(
  object: ScreenObject,
  { where, q, sort, group, columns: chosen, mode }: ListState,
  pinned: readonly string[],
): ListPrint {
  const t = useWords(printWords);
  const list = useWords(listWords);
  const model = useModel();
  const client = useQueryClient();
  const [sheet, setSheet] = useState<PrintedList | null>(null);
  const find = async (): Promise<PrintedList> => {
    const columns = columnsOf(object, model, { columns: chosen, widths: {}, pinned });
    const order = groupedSort(object, group, sort);
    const query = queryOf(
      object,
      { where, q, sort: order },
      columns.map(({ key }) => key),
    );
    const added = summed(columns).map(({ key }) => key);
    return { columns, ...(await findPrinted(client, object.path, query, added)) };
  };
  const print = () =>
    void find().then(setSheet, (error: unknown) => {
      const why = isProblem(error, 'offline')
        ? list('offline')
        : isProblem(error)
          ? error.message
          : '';
      showToast({ tone: 'bad', text: t('failed', { why }) });
    });
  useCommands(
    mode === 'table'
      ? [{ id: 'list.print', label: t('print'), keys: 'mod+p', group: list('list'), run: print }]
      : [],
  );
  const done = useCallback(() => setSheet(null), []);
  return { sheet, print, done };
}

/** Records of a group stand together on paper too, where their field can be sorted by. */
function groupedSort(
  object: ScreenObject,
  group: string | undefined,
  sort: string | undefined,
): string | undefined {
  const { key } = splitGroup(group);
  const field = key === undefined ? undefined : object.field.get(key);
  if (key === undefined || !field || !isSortable({ field })) return sort;
  const rest = readSort(sort).filter((term) => term.key !== key);
  return writeSort([{ key, descending: false }, ...rest].slice(0, mostTerms));
}
