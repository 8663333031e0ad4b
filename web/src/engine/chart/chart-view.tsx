import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { formatCompact, formatMoney } from '#shared/locale/money.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { aggregateQuery } from '#web/api/queries.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { ListState } from '../list/list-params.ts';
import { conditionOf } from '../list/groups.ts';
import { both } from '../list/query-of.ts';
import { useMe } from '../model.ts';
import { chartChoice } from './chart-choice.ts';
import { chartData } from './chart-data.ts';
import { ChartNumbers } from './chart-numbers.tsx';
import { chartOption } from './chart-option.ts';
import { ChartTools } from './chart-tools.tsx';
import { chartWords } from './chart.words.ts';
import classes from './chart.module.css';
import { EChart } from './echart.tsx';
import { keyName } from './key-name.ts';
import type { Tokens } from './tokens.ts';

interface Props {
  object: ScreenObject;
  state: ListState;
  onChange(patch: Partial<ListState>): void;
}

/** The records of the filter as a picture, with the sentence it says and the numbers beneath. */
export function ChartView({ object, state, onChange }: Props) {
  const t = useWords(chartWords);
  const { language, timeZone } = useLanguage();
  const { workspace } = useMe();
  const choice = chartChoice(object, state.chart);
  const { data: answer, error } = useQuery({
    ...aggregateQuery(object.path, {
      where: state.where,
      q: state.q,
      groupBy: choice.groupBy,
      measures: [choice.measure],
    }),
    placeholderData: (before) => before,
  });
  const measured = object.field.get(choice.measure.field ?? '');
  const isMoney = measured?.kind === 'money' && choice.measure.fn !== 'count';
  const data = useMemo(() => {
    const [first] = choice.groupBy;
    const field = object.field.get(first?.field ?? '');
    const options = field?.kind === 'select' ? field.options : [];
    return (
      answer &&
      chartData(
        answer,
        (dimension, key) =>
          keyName(object, choice.groupBy[dimension], key, { language, none: t('none') }),
        {
          isTime: first?.bucket !== undefined,
          order: (key) => {
            const at = options.findIndex(({ value }) => value === key);
            return at < 0 ? undefined : at;
          },
        },
      )
    );
  }, [answer, object, choice, language, t]);
  const short = useCallback(
    (value: number) =>
      isMoney
        ? formatCompact(String(Math.round(value)), language)
        : formatNumber(String(value), language),
    [isMoney, language],
  );
  const whole = (value: number) =>
    isMoney
      ? formatMoney(String(Math.round(value)), workspace.currency, language)
      : formatNumber(String(value), language);
  const option = useCallback(
    (tokens: Tokens) => (data ? chartOption(choice.kind, data, short, tokens) : {}),
    [choice.kind, data, short],
  );
  const pick = (at: { index: number; series: number }) => {
    const [first, second] = choice.groupBy;
    const conditions = [
      [first, data?.groups[at.index]?.key],
      [second, second && data?.series[at.series]?.key],
    ] as const;
    const where = conditions.reduce((all, [dimension, key]) => {
      const field = dimension && object.field.get(dimension.field);
      return field ? both(all, conditionOf(field, dimension.bucket, key, timeZone)) : all;
    }, state.where);
    onChange({ where, mode: 'table' });
  };

  const sentence = data && saying(data, whole, t);
  return (
    <div className={classes.view}>
      <ChartTools object={object} choice={choice} onChange={(chart) => onChange({ chart })} />
      {error && <Note tone="bad">{error.message}</Note>}
      {!data && !error && <Skeleton height={360} />}
      {data?.groups.length === 0 && <Empty title={t('nothing')} text={t('nothingText')} />}
      {data && data.groups.length > 0 && (
        <>
          <p className={classes.sentence}>{sentence}</p>
          <EChart option={option} label={sentence ?? ''} onPick={pick} />
          {answer?.complete === false && <Note tone="info">{t('partial')}</Note>}
          <ChartNumbers data={data} show={whole} />
        </>
      )}
    </div>
  );
}

/** What to see, in one sentence. */
function saying(
  data: NonNullable<ReturnType<typeof chartData>>,
  show: (value: number) => string,
  t: ReturnType<typeof useWords<(typeof chartWords)['vi']>>,
): string | undefined {
  const sums = data.groups.map((_, at) =>
    data.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  );
  const most = sums.indexOf(Math.max(...sums));
  const group = data.groups[most];
  const value = sums[most];
  if (!group || value === undefined || data.total <= 0) return undefined;
  return t('largest', {
    name: group.name,
    value: show(value),
    share: Math.round((value / data.total) * 100),
    total: show(data.total),
  });
}
