import { AppError, invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';
import { createRecords } from './create.ts';
import { removeRecords } from './remove.ts';
import type { PresentedRecord } from './selection.ts';
import { updateRecords, type Patch } from './update.ts';

export interface Batch {
  create?: readonly unknown[] | undefined;
  update?: readonly Patch[] | undefined;
  remove?: readonly { id: string; version?: number | undefined }[];
}

export const largestBatch = 1000;

/** Creates, changes and removes records of one object, all or nothing; the errors of all parts come together. */
export async function batch(
  ctx: Ctx,
  objectKey: string,
  { create = [], update = [], remove = [] }: Batch,
): Promise<{ created: PresentedRecord[]; updated: PresentedRecord[] }> {
  const size = create.length + update.length + remove.length;
  if (size > largestBatch)
    throw invalid([{ path: '', code: 'tooMany', params: { max: largestBatch } }]);
  return withTransaction(ctx, async (ctx) => {
    const errors: ValueError[] = [];
    const collecting = async <T>(work: () => Promise<T[]>): Promise<T[]> => {
      try {
        return await work();
      } catch (error) {
        // Values that are wrong are found before anything is written, so the transaction is still good.
        if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
        errors.push(...error.errors);
        return [];
      }
    };
    const created = await collecting(() =>
      create.length === 0
        ? Promise.resolve([])
        : createRecords(ctx, objectKey, create, { prefix: (i) => `create.${i}.` }),
    );
    const updated = await collecting(() =>
      update.length === 0
        ? Promise.resolve([])
        : updateRecords(ctx, objectKey, update, { prefix: (i) => `update.${i}.` }),
    );
    if (errors.length > 0) throw invalid(errors);
    if (remove.length > 0) await removeRecords(ctx, objectKey, remove);
    return { created, updated };
  });
}
