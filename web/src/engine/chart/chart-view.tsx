import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, type ReactNode } from 'react';
import { formatCompact, formatMoney } from '#shared/locale/format-money.ts';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { ListState } from '../list/list-params.ts';
import { useMe, useModel } from '../model.ts';
import { chartChoice } from './chart-choice.ts';
import { ChartNumbers } from './chart-numbers.tsx';
import { chartOption } from './chart-option.ts';
import { ChartTools } from './chart-tools.tsx';
import { chartWords } from './chart.words.ts';
import classes from './chart.module.css';
import { EChart } from './echart.tsx';
import { saying } from './saying.ts';
import type { Tokens } from './tokens.ts';
import { useChart } from './use-chart.ts';

interface Props {
  object: ScreenObject;
  state: ListState;
  onChange(patch: Partial<ListState>): void;
  /** Stands there when there is no record at all. */
  empty: ReactNode;
}

/** The records of the filter as a picture, with the sentence it says and the numbers beneath. */
export function ChartView({ object, state, onChange, empty }: Props) {
  const t = useWords(chartWords);
  const { language } = useLanguage();
  const { currency } = useMe().workspace;
  const choice = chartChoice(object, useModel(), state.chart);
  const chart = useChart(object, state, choice);
  const { data, error, isAdding, isTimed, isWhole } = chart;
  const isPhone = useMediaQuery('(max-width: 720px)') ?? false;
  const { kind, measure } = choice;
  const bucket = choice.groupBy[0]?.bucket;
  const isMoney = measure.fn !== 'count' && object.field.get(measure.field ?? '')?.kind === 'money';
  const short = useCallback(
    (value: number) =>
      isMoney ? formatCompact(plain(value), language) : formatNumber(plain(value), language),
    [isMoney, language],
  );
  const whole = (value: number) =>
    isMoney
      ? formatMoney(plain(Math.round(value)), currency, language)
      : formatNumber(plain(value), language);
  const count = data?.groups.length ?? 0;
  const isLying = kind === 'bar' && !isTimed && count > (isPhone ? 3 : 6);
  const option = useCallback(
    (tokens: Tokens) =>
      data
        ? chartOption(
            {
              kind,
              data,
              isLying,
              isTimed,
              isNarrow: isPhone,
              isAdding,
              show: short,
              goesOn: (share) => t('goesOn', { share }),
            },
            tokens,
          )
        : {},
    [kind, data, isLying, isTimed, isPhone, isAdding, short, t],
  );
  const pick = ({ index, series }: { index: number; series: number }) => {
    const where = chart.filterOf(index, series);
    if (where) onChange({ where, mode: 'table' });
  };
  const sentence = data && saying(data, { language, show: short, isWhole, bucket });
  return (
    <div className={classes.view}>
      <ChartTools object={object} choice={choice} onChange={(next) => onChange({ chart: next })} />
      {error && (
        <Note
          tone="bad"
          action={
            <Button variant="subtle" onClick={chart.again}>
              {t('again')}
            </Button>
          }
        >
          {t('failed', { why: error.message })}
        </Note>
      )}
      {!data && !error && choice.groupBy.length > 0 && <Skeleton height={360} />}
      {data && count === 0 && measure.fn === 'count'
        ? empty
        : ((data && count === 0) || choice.groupBy.length === 0) && (
            <Empty title={t('nothing')} text={t('nothingText')} />
          )}
      {data && count > 0 && (
        <>
          <p className={classes.sentence}>{sentence}</p>
          <EChart
            option={option}
            label={sentence ?? t('picture')}
            rows={isLying || kind === 'funnel' ? count : undefined}
            onPick={pick}
          />
          {!chart.isComplete && <Note tone="info">{t('partial')}</Note>}
          {chart.isComplete && data.found > count && isTimed && (
            <Note tone="info">{t('lastOnes', { count, found: data.found })}</Note>
          )}
          <ChartNumbers data={data} show={whole} onPick={pick} />
        </>
      )}
    </div>
  );
}

/** Sums of decimals come with the noise of floats; two places are what anybody reads. */
const plain = (value: number): string => String(Math.round(value * 100) / 100);
