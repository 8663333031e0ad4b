/** The text format of Prometheus, version 0.0.4. */
export type Labels = Readonly<Record<string, string>>;

export function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escape(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

const escape = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

export interface Histogram {
  add(value: number): void;
  lines(name: string, labels: Labels): string[];
}

/** Counts values up to each bound. */
export function histogram(bounds: readonly number[]): Histogram {
  const counts = bounds.map(() => 0);
  let count = 0;
  let sum = 0;
  return {
    add(value) {
      count += 1;
      sum += value;
      const at = bounds.findIndex((bound) => value <= bound);
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
    },
    lines(name, labels) {
      let below = 0;
      return [
        ...bounds.map((bound, at) => {
          below += counts[at] ?? 0;
          return line(`${name}_bucket`, { ...labels, le: String(bound) }, below);
        }),
        line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
        line(`${name}_sum`, labels, sum),
        line(`${name}_count`, labels, count),
      ];
    },
  };
}
