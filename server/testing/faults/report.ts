/** What a fault test found. It passes when nothing is wrong. */
export interface FaultReport {
  name: string;
  /** What must hold and did not, one line each. */
  wrong: string[];
  /** Numbers worth reading. */
  measured: Record<string, number | string>;
  /** Why it cannot be run on this machine. */
  skipped?: string;
}

export const newReport = (name: string): FaultReport => ({ name, wrong: [], measured: {} });
