import { queryRecords } from '#web/api/queries.ts';
import {
  lengthened,
  rememberedList,
  rememberList,
  type Onward,
  type Side,
} from '../record-neighbours.ts';

/** Several parts of a page ask at once; one answer is for all. */
const asked = new Map<string, Promise<void>>();

/** Asks for the page at one end of the records that are known of a remembered list. */
export function loadOn(path: string, side: Side): Promise<void> {
  const name = `${path} ${side}`;
  const before = asked.get(name);
  if (before) return before;
  const asking = load(path, side).finally(() => asked.delete(name));
  asked.set(name, asking);
  return asking;
}

async function load(path: string, side: Side): Promise<void> {
  const list = rememberedList(path);
  const place = list?.onward && placeOf(list.onward, side);
  if (!list?.onward || !place) return;
  const query = { ...list.onward.query, fields: [], ...place };
  const page = await queryRecords(path, query).catch(() => undefined);
  // Another list may have been opened meanwhile; without a network it is tried again at the next step.
  if (page && rememberedList(path) === list) rememberList(path, lengthened(list, page, side));
}

const most = 100;

function placeOf({ cursor, before }: Onward, side: Side) {
  if (side === 'behind') return cursor === undefined ? undefined : { cursor };
  const limit = Math.min(most, before);
  return limit === 0 ? undefined : { offset: before - limit, limit };
}
