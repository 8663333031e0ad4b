import type { PoolClient } from 'pg';
import { ddl } from './ddl.ts';
import { isAdditive, type Step } from './plan.ts';

/** Runs steps in the transaction of an owner's connection. At run time nothing is ever taken away. */
export async function applySteps(
  client: PoolClient,
  schema: string,
  steps: readonly Step[],
): Promise<void> {
  const refused = steps.filter((step) => !isAdditive(step));
  if (refused.length > 0)
    throw new Error(`not at run time: ${refused.map((step) => ddl(step, schema)).join('; ')}`);
  if (steps.length > 0) await client.query(steps.map((step) => ddl(step, schema)).join(';\n'));
}
