/** What the values of an activity's kind, status and result mean to rules, rollups, reports and screens. */

/** Kinds in which somebody outside is spoken with. */
export const contacting: readonly string[] = [
  'call',
  'meeting',
  'visit',
  'visitByCustomer',
  'message',
];

/** Its time has not gone by, or somebody is at it. */
export const aheadStatuses: readonly string[] = ['planned', 'inProgress'];

/** Still to be done, a forgotten one too: somebody waits for it. */
export const openStatuses: readonly string[] = [...aheadStatuses, 'forgotten'];

/** Results that say that nobody was spoken with. */
export const notReached: readonly string[] = ['noAnswer', 'busy', 'wrongNumber'];
