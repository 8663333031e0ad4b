import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { address, get } from '#web/api/request.ts';
import { useWords } from '#web/words/language.tsx';
import { filesWords } from './files.words.ts';
import classes from './table-preview.module.css';

interface Table {
  columns: string[];
  rows: string[][];
  sheet: string | null;
  isWhole: boolean;
}

const tableQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['file', fileId, 'table'],
    queryFn: ({ signal }) => get<{ table: Table | null }>(address(`files/${fileId}/table`), signal),
    staleTime: Infinity,
  });

/** The first rows of a file of rows or a workbook; `otherwise` where it cannot be read as one. */
export function TablePreview({
  fileId,
  name,
  otherwise,
}: {
  fileId: string;
  name: string;
  otherwise: ReactNode;
}) {
  const t = useWords(filesWords);
  const { data, isError } = useQuery(tableQuery(fileId));
  if (isError || data?.table === null) return otherwise;
  if (!data) return <Skeleton height={240} />;
  const { columns, rows, sheet, isWhole } = data.table;
  const notes = [
    sheet !== null && t('oneSheet', { sheet }),
    !isWhole && t('firstRows', { count: rows.length }),
  ].filter((note) => note !== false);
  return (
    <>
      {/* Scrolled by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled takes the focus */}
      <div className={classes.frame} role="region" aria-label={name} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, at) => (
                  <td key={columns[at]} className={shapeOf(cell)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.length > 0 && <p className={classes.hint}>{notes.join(' ')}</p>}
    </>
  );
}

/** What is short stays in one line; only a sentence is broken. */
const longestLine = 40;

function shapeOf(cell: string): string | undefined {
  if (isFigure(cell)) return classes.figure;
  return cell.length > longestLine ? classes.long : undefined;
}

/** Money and counts stand at the right; numbers that name something, such as those of telephones, begin with a zero. */
const isFigure = (cell: string): boolean =>
  /^-?(?:0|[1-9]\d{0,2}(?:[., ]?\d{3})*)(?:[.,]\d+)?%?$/.test(cell);
