import { groupValue } from './chart-data.ts';
import type { Drawing } from './chart-option.ts';
import type { Tokens } from './tokens.ts';

/** Steps under each other, each as long as what reached it, with how much of it goes on. */
export function funnelOption({ data, show, goesOn }: Drawing, tokens: Tokens) {
  const values = data.groups.map((_, at) => groupValue(data, at));
  const last = values.length - 1;
  const text = { fontFamily: tokens.font, fontSize: 12 };
  const label = ({ dataIndex, value }: { dataIndex: number; value: unknown }) => {
    const here = Number(value);
    const next = values[dataIndex + 1];
    const share = next === undefined || here <= 0 ? undefined : Math.round((next / here) * 100);
    return share === undefined || share > 100
      ? `{n|${show(here)}}`
      : `{n|${show(here)}}  {s|${goesOn(share)}}`;
  };
  return {
    grid: { left: 0, right: 160, top: 8, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, max: 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.groups.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, color: tokens.ink, width: 160, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        cursor: 'pointer',
        barMaxWidth: 32,
        data: values.map((value, at) => ({
          value,
          itemStyle: {
            color: at === last ? tokens.series[0] : tokens.series[3],
            opacity: at === last ? 1 : 0.4 + (0.5 * at) / Math.max(last, 1),
          },
        })),
        label: {
          show: true,
          opacity: 1,
          position: 'right',
          formatter: label,
          rich: {
            n: { ...text, color: tokens.ink, fontFamily: tokens.figures, fontWeight: 500 },
            s: { ...text, color: tokens.quiet },
          },
        },
      },
    ],
  };
}
