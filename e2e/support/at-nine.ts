import { openCompany, type Company } from './company.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { visit, type Visitor } from './visit.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Of the companies of journeys; there is no summer time in Vietnam. */
const zoneMs = 7 * 60 * minuteMs;
const nineMs = 9 * 60 * minuteMs;

/** A program of its own in which a working day has begun, whenever the journeys run: no day ends during one of them. */
export interface Morning {
  server: RunningServer;
  open(path: string, visitor: Visitor): ReturnType<typeof visit>;
  company(name: string): Promise<Company>;
  /** It is so many minutes after nine, and what is due by then is done. */
  pass(company: Company, minutes: number): Promise<void>;
  inMinutes(minutes: number): string;
}

export async function startAtNine(): Promise<Morning> {
  const later = minutesToNine(Date.now());
  const server = await startServer({ TEST_CLOCK: 'on' });
  const set = (company: Company, minutes: number, jobs?: string[]) =>
    company.api<void>('PUT', 'test-clock', { minutes, ...(jobs && { jobs }) });
  return {
    server,
    open: (path, visitor) => visit(path, { ...visitor, origin: server.origin, later }),
    async company(name) {
      const company = await openCompany(name, { server });
      await set(company, later, []);
      return company;
    },
    pass: (company, minutes) => set(company, later + minutes),
    inMinutes: (minutes) => new Date(Date.now() + (later + minutes) * minuteMs).toISOString(),
  };
}

function minutesToNine(now: number): number {
  const here = now + zoneMs;
  let nine = Math.floor(here / dayMs) * dayMs + nineMs;
  while (nine < here || [0, 6].includes(new Date(nine).getUTCDay())) nine += dayMs;
  return Math.ceil((nine - here) / minuteMs);
}
