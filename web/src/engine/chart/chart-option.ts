import type { EChartsCoreOption } from 'echarts/core';
import type { ChartChoice } from '../list/list-params.ts';
import type { ChartData } from './chart-data.ts';
import type { Tokens } from './tokens.ts';

/** How ECharts draws it: colours in order, labels where the parts are, one grid of hairlines, no boxes. */
export function chartOption(
  kind: ChartChoice['kind'],
  data: ChartData,
  show: (value: number) => string,
  tokens: Tokens,
): EChartsCoreOption {
  const text = { color: tokens.quiet, fontFamily: tokens.font, fontSize: 12 };
  const base = {
    color: tokens.series,
    textStyle: text,
    // HTML in a tooltip would bring styles that the page's policy refuses.
    tooltip: {
      renderMode: 'richText',
      backgroundColor: tokens.raised,
      borderColor: tokens.line,
      textStyle: { ...text, color: tokens.ink },
      valueFormatter: (value: unknown) => show(Number(value)),
    },
  };
  if (kind === 'pie' || kind === 'funnel')
    return { ...base, series: [parts(kind, data, show, tokens)] };
  return {
    ...base,
    ...(data.series.length > 1 && { legend: { bottom: 0, textStyle: text } }),
    grid: {
      left: 8,
      right: 16,
      top: 24,
      bottom: data.series.length > 1 ? 40 : 8,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'category',
      data: data.groups.map(({ name }) => name),
      axisLine: { lineStyle: { color: tokens.line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, overflow: 'truncate', width: 120 },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: tokens.line } },
      axisLabel: { ...text, fontFamily: tokens.figures, formatter: (value: number) => show(value) },
    },
    series: data.series.map(({ name, values }) => ({
      type: kind,
      name,
      data: values,
      ...(kind === 'bar' && { barMaxWidth: 48, ...(data.series.length > 1 && { stack: 'all' }) }),
      ...(kind === 'line' && { symbolSize: 6, lineStyle: { width: 2 } }),
      ...(data.series.length === 1 && {
        label: {
          show: data.groups.length <= 16,
          position: 'top',
          color: tokens.ink,
          fontFamily: tokens.figures,
          formatter: ({ value }: { value: unknown }) => show(Number(value)),
        },
      }),
    })),
  };
}

function parts(
  kind: 'pie' | 'funnel',
  data: ChartData,
  show: (value: number) => string,
  tokens: Tokens,
) {
  const sum = (at: number) => data.series.reduce((all, { values }) => all + (values[at] ?? 0), 0);
  return {
    type: kind,
    ...(kind === 'pie'
      ? { radius: ['42%', '72%'], itemStyle: { borderColor: tokens.raised, borderWidth: 1 } }
      : { sort: 'none', gap: 2, left: '10%', width: '60%', top: 16, bottom: 16 }),
    label: {
      color: tokens.ink,
      fontFamily: tokens.font,
      ...(kind === 'funnel' && { position: 'right' }),
      formatter: ({ name, value }: { name: string; value: unknown }) =>
        `${name}  ${show(Number(value))}`,
    },
    data: data.groups.map(({ name }, at) => ({ name, value: sum(at) })),
  };
}
