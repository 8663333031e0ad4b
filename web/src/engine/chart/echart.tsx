import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './chart.module.css';
import { readTokens, type Tokens } from './tokens.ts';

register([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  LabelLayout,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

const rowHeight = 40;
const axisHeight = 48;

interface Props {
  /** Made with the colours of the theme that is shown. */
  option(tokens: Tokens): EChartsCoreOption;
  /** What the picture shows, for who does not see it. */
  label: string;
  /** How many lie under each other, when they do: the picture is as tall as they need. */
  rows?: number | undefined;
  /** A part was pressed: where it stands in the data. */
  onPick?(at: { index: number; series: number }): void;
}

/** A chart in the colours of the tokens, as wide as its place. */
export function EChart({ option, label, rows, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme();
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex, seriesIndex }) =>
      pick.current?.({ index: dataIndex ?? 0, series: seriesIndex ?? 0 }),
    );
    const resize = new ResizeObserver(() => made.resize());
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const paper = matchMedia('print');
    const draw = () => {
      const still = paper.matches || matchMedia('(prefers-reduced-motion: reduce)').matches;
      chart.current?.setOption({ animation: !still, ...option(readTokens()) }, true);
    };
    draw();
    // Paper is white, whatever the screen is.
    paper.addEventListener('change', draw);
    return () => paper.removeEventListener('change', draw);
  }, [option, scheme]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      className={rows === undefined ? classes.chart : classes.rows}
      style={rows === undefined ? undefined : { height: rows * rowHeight + axisHeight }}
    />
  );
}
