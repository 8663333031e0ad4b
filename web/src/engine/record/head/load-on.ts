import { queryRecords } from '#web/api/queries.ts';
import { lengthened, rememberedList, rememberList } from '../record-neighbours.ts';

/** Several parts of a page ask at once; one answer is for all. */
const asked = new Map<string, Promise<void>>();

/** Asks for the page behind the records that are known of a remembered list. */
export function loadOn(path: string): Promise<void> {
  const before = asked.get(path);
  if (before) return before;
  const asking = load(path).finally(() => asked.delete(path));
  asked.set(path, asking);
  return asking;
}

async function load(path: string): Promise<void> {
  const list = rememberedList(path);
  const onward = list?.onward;
  if (onward?.cursor === undefined) return;
  const { query, cursor } = onward;
  const page = await queryRecords(path, { ...query, fields: [], cursor }).catch(() => undefined);
  // Another list may have been opened meanwhile; without a network it is tried again at the next step.
  if (page && rememberedList(path) === list && list) rememberList(path, lengthened(list, page));
}
