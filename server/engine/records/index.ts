export { aggregate, buckets, measureFunctions, mostGroups } from './aggregate.ts';
export type { AggregateQuery, AggregateResult, Bucket, MeasureFunction } from './aggregate.ts';
export { batch, largestBatch, type Batch } from './batch.ts';
export { createRecords, type CreateOptions } from './create.ts';
export { get, isId } from './get.ts';
export { countedTo, list, type ListQuery, type ListResult } from './list.ts';
export { removeRecords, restoreRecords } from './remove.ts';
export type { PresentedRecord } from './selection.ts';
export { updateRecords, type Patch, type UpdateOptions } from './update.ts';
