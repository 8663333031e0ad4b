import type { ModelObject } from '#shared/model.ts';
import { isSearched } from '../../search/document.ts';
import type { Values } from '../rules.ts';
import type { Action, Write } from '../write-rows.ts';

/** A write of a living record, whose search document follows when a searched field changes. */
export const searchedWrite = (
  object: ModelObject,
  values: Values,
  changes: Write['changes'],
  action: Action,
  reason: string,
): Write => ({
  values,
  changes,
  action,
  search: Object.keys(changes).some((key) => isSearched(object, key)) ? 'write' : 'keep',
  reason,
});
