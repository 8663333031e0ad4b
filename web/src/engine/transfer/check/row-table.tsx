import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useModel } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import {
  rowsQuery,
  type ImportPlan,
  type Phase,
  type PlannedColumn,
  type RowFilter,
} from '../imports.ts';
import { targetsOf } from '../mapping/targets.ts';
import { transferWords } from '../transfer.words.ts';
import { PreviewLine } from './preview-line.tsx';
import classes from './row-table.module.css';

interface Props {
  id: string;
  object: ScreenObject;
  plan: ImportPlan;
  phase: Phase;
  filter: RowFilter;
  /** Another one when the rows were checked again. */
  version: string;
}

const skeletonRows = 6;

/** Rows of the file: what stands there struck through, what it becomes beside it. */
export function RowTable({ id, object, plan, phase, filter, version }: Props) {
  const t = useWords(transferWords);
  const query = useInfiniteQuery(rowsQuery(id, phase, filter, version));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const model = useModel();
  const targets = useMemo(
    () => new Map(targetsOf(model, object).map((target) => [target.path, target])),
    [model, object],
  );
  const written = plan.columns.filter(({ target }) => target !== null);
  // The column in question comes first: it is what one has come to see.
  const asked = ({ name }: PlannedColumn) => name === filter.column;
  const columns = [...written.filter(asked), ...written.filter((column) => !asked(column))];
  if (query.error) return <FailureNote error={query.error} onAgain={() => void query.refetch()} />;
  if (query.isSuccess && rows.length === 0)
    return (
      <p className={classes.none}>
        {t(filter.problems && filter.code === undefined ? 'allGood' : 'noRows')}
      </p>
    );
  return (
    // Scrolled sideways by the arrow keys, which takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} tabIndex={0} role="region" aria-label={t('result')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('rowNumber')}</th>
            <th scope="col" className={classes.outcome}>
              {t('whenRun')}
            </th>
            {columns.map(({ index, name }) => (
              <th key={index} scope="col" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.isPending &&
            Array.from({ length: skeletonRows }, (_, i) => (
              <tr key={i}>
                <td colSpan={columns.length + 2}>
                  <Skeleton height={20} />
                </td>
              </tr>
            ))}
          {rows.map((row) => (
            <PreviewLine key={row.row} row={row} columns={columns} targets={targets} />
          ))}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}
