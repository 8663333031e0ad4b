import { Button, Skeleton } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import { formatCompact } from '#shared/locale/money.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { aggregateQuery, listQuery } from '#web/api/queries.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Option } from '../fields/option.tsx';
import type { ListState } from '../list/list-params.ts';
import { both, queryOf } from '../list/query-of.ts';
import type { Column } from './board-columns.ts';
import classes from './board.module.css';
import { boardWords } from './board.words.ts';
import { Card } from './card.tsx';

const pageSize = 30;

interface Props {
  object: ScreenObject;
  field: ScreenField;
  column: Column;
  name: string;
  state: ListState;
  moves: ReadonlyMap<string, { record: RecordData; to: string }>;
  canMove: boolean;
}

/** One value of the field: how many, how much, and the cards, page by page. */
export function BoardColumn({ object, field, column, name, state, moves, canMove }: Props) {
  const t = useWords(boardWords);
  const { language } = useLanguage();
  const { setNodeRef, isOver } = useDroppable({ id: column.id });
  const own: Filter =
    column.value === null
      ? { field: field.key, op: 'isEmpty' }
      : { field: field.key, op: 'eq', value: column.value };
  const where = both(state.where, own);
  const list = useInfiniteQuery(
    listQuery(object.path, { ...queryOf(object, { ...state, where }, []), limit: pageSize }),
  );
  const sumField = object.field.get(state.sum ?? '');
  const { data: sums } = useQuery({
    ...aggregateQuery(object.path, {
      where,
      q: state.q,
      measures: [{ fn: 'sum', field: sumField?.key ?? '' }],
    }),
    enabled: sumField !== undefined,
  });
  const arrived = [...moves.values()]
    .filter(({ to }) => to === column.id)
    .map(({ record }) => record);
  const loaded = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const cards = [...arrived, ...loaded.filter(({ id }) => !moves.has(id))];
  const total = list.data?.pages[0]?.total;
  const sum = sums?.groups[0]?.values[0];
  const left = (total?.value ?? 0) - loaded.length;
  return (
    <section
      className={classes.column}
      aria-label={name}
      ref={setNodeRef}
      data-over={isOver || undefined}
    >
      <header className={classes.head}>
        <h2 className={classes.name}>
          {field.kind === 'select' && column.value !== null ? (
            <Option field={field} value={column.value} />
          ) : (
            name
          )}
        </h2>
        {total && (
          <span className={classes.count}>
            {formatNumber(String(total.value), language)}
            {total.exact ? '' : '+'}
          </span>
        )}
        {typeof sum === 'string' && (
          <span className={classes.sum}>
            {sumField?.kind === 'money'
              ? formatCompact(sum, language)
              : formatNumber(sum, language)}
          </span>
        )}
      </header>
      <div className={classes.cards}>
        {list.isPending && <Skeleton height={72} />}
        {cards.map((record) => (
          <Card
            key={record.id}
            object={object}
            record={record}
            without={field.key}
            canMove={canMove}
          />
        ))}
        {!list.isPending && cards.length === 0 && <p className={classes.none}>{t('empty')}</p>}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more', { count: Math.min(pageSize, left) })}
          </Button>
        )}
      </div>
    </section>
  );
}
