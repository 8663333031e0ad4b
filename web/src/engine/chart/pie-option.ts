import { groupValue } from './chart-data.ts';
import type { Drawing } from './chart-option.ts';
import type { Tokens } from './tokens.ts';

const lineHeight = 24;

/** A ring with its names around it; where it is narrow, under it. */
export function pieOption({ data, isNarrow, show }: Drawing, tokens: Tokens) {
  const values = data.groups.map((_, at) => groupValue(data, at));
  const total = values.reduce((sum, value) => sum + value, 0);
  const named = (at: number) => {
    const value = values[at] ?? 0;
    const share = total > 0 ? Math.round((value / total) * 100) : 0;
    return `${data.groups[at]?.name ?? ''}  ${show(value)} (${share}%)`;
  };
  const text = { color: tokens.ink, fontFamily: tokens.font, fontSize: 12 };
  const under = data.groups.length * lineHeight;
  return {
    ...(isNarrow && {
      legend: {
        orient: 'vertical',
        bottom: 0,
        left: 0,
        icon: 'circle',
        itemWidth: 8,
        itemGap: lineHeight - 14,
        textStyle: text,
        formatter: (name: string) => named(data.groups.findIndex((group) => group.name === name)),
      },
    }),
    series: [
      {
        type: 'pie',
        radius: isNarrow ? ['46%', '84%'] : ['42%', '72%'],
        ...(isNarrow && { bottom: under }),
        cursor: 'pointer',
        itemStyle: { borderColor: tokens.ground, borderWidth: 1 },
        label: isNarrow
          ? { show: false }
          : { ...text, formatter: ({ dataIndex }: { dataIndex: number }) => named(dataIndex) },
        labelLine: { show: !isNarrow, lineStyle: { color: tokens.strong } },
        data: data.groups.map(({ name }, at) => ({ name, value: values[at] })),
      },
    ],
  };
}
