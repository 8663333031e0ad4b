import type { Ctx } from '#engine/context.ts';
import { toAppError } from './errors.ts';

/**
 * For uploads, whose bytes are stored before the transaction that makes them known: drops them when there was none,
 * because the request was refused or repeats one that has its files already. `keep` calls `kept` inside its transaction.
 */
export async function keepOrDrop<T>(
  keep: (kept: (inside: Ctx) => void) => Promise<T>,
  drop: () => Promise<void>,
): Promise<T> {
  let isKept = false;
  let isLost = false;
  try {
    return await keep((inside) =>
      inside.afterCommit(() => {
        isKept = true;
      }),
    );
  } catch (error) {
    // The rows may be there all the same; if they are not, the nightly job takes the bytes.
    isLost = toAppError(error).code === 'unavailable';
    throw error;
  } finally {
    if (!isKept && !isLost) await drop();
  }
}
