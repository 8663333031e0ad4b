import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { aggregateQuery } from '#web/api/queries.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useNamesOf } from '../filter/use-names.ts';
import { namedBy } from '../filter/value-text.ts';
import type { ChartChoice, ListState } from '../list/list-params.ts';
import { both } from '../list/query-of.ts';
import { useModel } from '../model.ts';
import { chartData, many, type ChartData, type Ordering } from './chart-data.ts';
import { chartWords } from './chart.words.ts';
import { groupCondition, isInSeveral, pathOf } from './dimensions.ts';
import { fillDays } from './fill-days.ts';
import { keyName } from './key-name.ts';

/** The numbers of a chart, and what stands behind each of them. */
export function useChart(
  object: ScreenObject,
  state: Pick<ListState, 'where' | 'q'>,
  choice: ChartChoice,
) {
  const model = useModel();
  const t = useWords(chartWords);
  const { language, timeZone } = useLanguage();
  const { groupBy, measure, kind } = choice;
  const {
    data: answer,
    error,
    refetch,
  } = useQuery({
    ...aggregateQuery(object.path, {
      where: state.where,
      q: state.q,
      groupBy,
      measures: [measure],
    }),
    enabled: groupBy.length > 0,
  });
  const [first, second] = groupBy;
  const firstPath = pathOf(first, object, model);
  const secondPath = pathOf(second, object, model);
  // Provinces and countries come as codes; people and records with their names.
  const coded = [firstPath, secondPath].find((path) => path?.part !== undefined);
  const codes = answer?.groups.flatMap(({ keys }) => keys.filter((key) => typeof key === 'string'));
  const of = coded && namedBy(coded);
  const names = useNamesOf(of, codes ?? []);
  // As one text, which stays the same until a name has come.
  const known = JSON.stringify((codes ?? []).map((code) => [code, of && names(of, code)]));
  const isAdding = measure.fn !== 'avg';
  const data = useMemo<ChartData | undefined>(() => {
    if (!answer || !firstPath) return undefined;
    const options = firstPath.field.kind === 'select' ? firstPath.field.options : [];
    const bucket = first?.bucket;
    const ordering: Ordering = {
      ...(bucket && { fill: (from, to) => fillDays(bucket, from, to) }),
      order: (key) => {
        if (firstPath.field.kind === 'rating' || firstPath.field.kind === 'number')
          return typeof key === 'number' ? key : undefined;
        const at = options.findIndex(({ value }) => value === key);
        return at < 0 ? undefined : at;
      },
      isAdding,
      mostGroups: kind === 'pie' ? 8 : kind === 'line' || bucket ? 120 : 30,
      others: t('others'),
    };
    const nameBy = new Map<string, string>(JSON.parse(known));
    const speaker = { language, timeZone, names: (_of: string, id: string) => nameBy.get(id) };
    return chartData(
      answer,
      (dimension, key) =>
        dimension === 0
          ? keyName(firstPath, bucket, key, speaker)
          : keyName(secondPath, second?.bucket, key, speaker),
      ordering,
    );
  }, [answer, firstPath, secondPath, first, second, isAdding, kind, t, language, timeZone, known]);

  /** The filter of one part of the picture; undefined for what is put together of many. */
  const filterOf = (index: number, series: number): Filter | undefined => {
    const key = data?.groups[index]?.key;
    const split = data?.series[series]?.key;
    if (!firstPath || key === many) return undefined;
    const own = groupCondition(firstPath, first?.bucket, key, timeZone);
    const inner =
      secondPath && split !== many
        ? groupCondition(secondPath, second?.bucket, split, timeZone)
        : undefined;
    return both(state.where, both(own, inner));
  };
  return {
    data,
    error,
    again: () => void refetch(),
    isComplete: answer?.complete !== false,
    isAdding,
    isWhole:
      isAdding &&
      !(firstPath && isInSeveral(firstPath)) &&
      !(secondPath && isInSeveral(secondPath)),
    isTimed: first?.bucket !== undefined,
    filterOf,
  };
}
