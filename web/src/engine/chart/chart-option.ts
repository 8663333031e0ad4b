import type { EChartsCoreOption } from 'echarts/core';
import type { ChartChoice } from '../list/list-params.ts';
import { many, type ChartData } from './chart-data.ts';
import { funnelOption } from './funnel-option.ts';
import { pieOption } from './pie-option.ts';
import type { Tokens } from './tokens.ts';

export interface Drawing {
  kind: ChartChoice['kind'];
  data: ChartData;
  /** Bars lie, one under the other, so that long names are read. */
  isLying: boolean;
  /** Groups are times: some of their names are enough. */
  isTimed: boolean;
  /** As on a phone: names stand under the picture, not beside it. */
  isNarrow: boolean;
  /** Series of a group stand on each other. */
  isAdding: boolean;
  show(value: number): string;
  /** Of a step of a funnel, how much of it goes on to the next. */
  goesOn(share: number): string;
}

/** How ECharts draws it: colours in order, labels where the parts are, one grid of hairlines, no boxes. */
export function chartOption(drawing: Drawing, tokens: Tokens): EChartsCoreOption {
  const text = { color: tokens.quiet, fontFamily: tokens.font, fontSize: 12 };
  const base = {
    color: tokens.series,
    textStyle: text,
    // HTML in a tooltip would bring styles that the page's policy refuses.
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: tokens.raised,
      borderColor: tokens.line,
      textStyle: { ...text, color: tokens.ink },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? drawing.show(value) : '–'),
    },
  };
  if (drawing.kind === 'pie') return { ...base, ...pieOption(drawing, tokens) };
  if (drawing.kind === 'funnel') return { ...base, ...funnelOption(drawing, tokens) };
  return { ...base, ...axes(drawing, tokens) };
}

function axes(drawing: Drawing, tokens: Tokens) {
  const { kind, data, isLying, isNarrow, isAdding, show } = drawing;
  const text = { color: tokens.quiet, fontFamily: tokens.font, fontSize: 12 };
  const isSplit = data.series.length > 1;
  // Lines carry their names at their ends; stacked bars need a legend.
  const isNamed =
    isSplit && kind === 'line' && data.groups.length > 1 && !isNarrow && areEndsApart(data);
  const category = {
    type: 'category',
    data: data.groups.map(({ name }) => name),
    axisLine: { lineStyle: { color: tokens.strong } },
    axisTick: { show: false },
    axisLabel: { ...text, ...room(drawing) },
    ...(isLying && { inverse: true }),
  };
  const value = {
    type: 'value',
    splitLine: { show: !isLying || isSplit, lineStyle: { color: tokens.line } },
    axisLabel: {
      ...text,
      show: !isLying || isSplit,
      fontFamily: tokens.figures,
      hideOverlap: true,
      formatter: show,
    },
  };
  return {
    ...(isSplit &&
      !isNamed && {
        legend: { top: 0, left: 0, icon: 'circle', itemWidth: 8, itemGap: 16, textStyle: text },
      }),
    grid: {
      left: 8,
      right: isLying ? 64 : isNamed ? 140 : 16,
      top: isSplit && !isNamed ? 40 : 24,
      bottom: 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: isLying ? value : category,
    yAxis: isLying ? category : value,
    series: data.series.map(({ key, name, values }) => ({
      type: kind,
      name,
      data: values,
      cursor: 'pointer',
      ...(kind === 'bar' && { barMaxWidth: 40, ...(isSplit && isAdding && { stack: 'all' }) }),
      ...(kind === 'line' && {
        symbolSize: 6,
        lineStyle: { width: 2 },
        showSymbol: values.length <= 60,
      }),
      ...(!isSplit && {
        label: {
          show: isLying || values.length <= (isNarrow ? 8 : 16),
          position: isLying ? 'right' : 'top',
          color: tokens.ink,
          fontFamily: tokens.figures,
          formatter: ({ value: each }: { value: unknown }) => show(Number(each)),
        },
      }),
      ...(key === many && { color: tokens.quiet }),
      ...(isNamed && {
        endLabel: {
          show: true,
          formatter: '{a}',
          color: tokens.ink,
          fontFamily: tokens.font,
          width: 128,
          overflow: 'truncate',
        },
        labelLayout: { moveOverlap: 'shiftY' },
      }),
    })),
  };
}

/** Of times some names are enough; those of anything else all stand there, in two lines where they are long. */
const room = ({ isLying, isTimed, isNarrow }: Drawing) =>
  isLying
    ? { hideOverlap: true, overflow: 'truncate', width: isNarrow ? 120 : 180 }
    : isTimed
      ? { hideOverlap: true }
      : { interval: 0, overflow: 'break', lineHeight: 16, width: isNarrow ? 88 : 110 };

/** Closer than this, names at the ends of lines would lie on each other. */
const leastApart = 0.06;

function areEndsApart({ series }: ChartData): boolean {
  const ends = series.map(({ values }) => values.at(-1) ?? 0).toSorted((a, b) => a - b);
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return ends.every((end, at) => at === 0 || end - (ends[at - 1] ?? 0) >= highest * leastApart);
}
