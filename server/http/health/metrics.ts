import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { histogram, line, type Histogram } from './prometheus.ts';

export interface Metrics {
  render(): Promise<string>;
  close(): void;
}

export interface MetricSources {
  pools: Readonly<Record<string, Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>>>;
  /** Jobs that wait and jobs that gave up. */
  countJobs?: () => Promise<{ waiting: number; failed: number }>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts every request by route and status, from now on, and reads the rest when asked. */
export function collectMetrics(app: FastifyInstance, sources: MetricSources): Metrics {
  const requests = new Map<string, { labels: Record<string, string>; times: Histogram }>();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();

  app.addHook('onResponse', (request, reply, next) => {
    // Addresses that match no route are one series: there is no end to them.
    const route = request.routeOptions.url ?? 'none';
    const name = `${request.method} ${route} ${reply.statusCode}`;
    let series = requests.get(name);
    if (!series) {
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      series = { labels, times: histogram(seconds) };
      requests.set(name, series);
    }
    series.times.add(reply.elapsedTime / 1000);
    next();
  });

  return {
    async render() {
      const memory = process.memoryUsage();
      const lines = [
        '# TYPE duyen_http_request_seconds histogram',
        ...[...requests.values()].flatMap(({ labels, times }) =>
          times.lines('duyen_http_request_seconds', labels),
        ),
        '# TYPE duyen_database_connections gauge',
        ...Object.entries(sources.pools).flatMap(([pool, counts]) => [
          line('duyen_database_connections', { pool, state: 'idle' }, counts.idleCount),
          line(
            'duyen_database_connections',
            { pool, state: 'busy' },
            counts.totalCount - counts.idleCount,
          ),
          line('duyen_database_connections', { pool, state: 'waited_for' }, counts.waitingCount),
        ]),
        '# TYPE duyen_event_loop_delay_seconds gauge',
        ...[50, 99].map((percent) =>
          line(
            'duyen_event_loop_delay_seconds',
            { quantile: String(percent / 100) },
            loop.percentile(percent) / 1e9,
          ),
        ),
        '# TYPE duyen_memory_bytes gauge',
        line('duyen_memory_bytes', { kind: 'resident' }, memory.rss),
        line('duyen_memory_bytes', { kind: 'heap' }, memory.heapUsed),
        line('duyen_memory_bytes', { kind: 'external' }, memory.external),
        '# TYPE duyen_uptime_seconds gauge',
        line('duyen_uptime_seconds', {}, process.uptime()),
        ...(await jobLines(sources)),
      ];
      return `${lines.join('\n')}\n`;
    },
    close: () => loop.disable(),
  };
}

async function jobLines({ countJobs }: MetricSources): Promise<string[]> {
  if (!countJobs) return [];
  try {
    const { waiting, failed } = await countJobs();
    return [
      '# TYPE duyen_jobs gauge',
      line('duyen_jobs', { state: 'waiting' }, waiting),
      line('duyen_jobs', { state: 'failed' }, failed),
    ];
  } catch {
    // The other numbers are wanted most when the database does not answer.
    return [];
  }
}
