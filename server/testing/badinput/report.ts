import type { Result } from './run-corpus.ts';

/** Counts by class, then everything that failed and everything that does not apply, each with its reason. */
export function report(results: readonly Result[]): string {
  const classes = Map.groupBy(results, ({ test }) => test.class);
  const lines = ['class                 passed  failed  not applicable'];
  for (const [name, all] of [...classes].toSorted(([a], [b]) => a.localeCompare(b)))
    lines.push(row(name, all));
  lines.push(row('all', results), '');
  const absent = results.filter(({ verdict }) => verdict === 'notApplicable');
  const reasons = Map.groupBy(
    absent,
    ({ test, reasons: why }) => `${test.class}: ${why.join('; ')}`,
  );
  if (absent.length > 0) lines.push('not applicable');
  for (const [reason, all] of [...reasons].toSorted(([a], [b]) => a.localeCompare(b)))
    lines.push(`  ${reason} (${all.length}: ${all.map(({ test }) => test.id).join(' ')})`);
  const later = Map.groupBy(
    results.flatMap(({ test, later: each }) => each.map((reason) => ({ reason, id: test.id }))),
    ({ reason }) => reason,
  );
  if (later.size > 0) lines.push('', 'invariants of passed cases that wait for more');
  for (const [reason, all] of later)
    lines.push(`  ${reason} (${all.map(({ id }) => id).join(' ')})`);
  const bad = results.filter(({ verdict }) => verdict === 'failed');
  if (bad.length > 0) lines.push('', 'failed');
  for (const { test, reasons: why } of bad)
    lines.push(`  ${test.id} (${test.where})`, ...why.map((each) => `    ${each}`));
  return `${lines.join('\n')}\n`;
}

function row(name: string, results: readonly Result[]): string {
  const count = (verdict: Result['verdict']) =>
    String(results.filter((result) => result.verdict === verdict).length);
  return [
    name.padEnd(20),
    count('passed').padStart(8),
    count('failed').padStart(8),
    count('notApplicable').padStart(16),
  ].join('');
}

export function reportWalk(walk: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(walk).flatMap(([name, found]) => [
    `${found.length === 0 ? 'passed' : 'failed'} ${name}`,
    ...found.map((each) => `  ${each}`),
  ]);
  return lines.length > 0 ? `\nroutes\n${lines.join('\n')}\n` : '';
}
