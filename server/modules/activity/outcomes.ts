/** What the values of an activity's kind, status and result mean to rules, rollups and reports. */

/** Kinds in which somebody outside is spoken with. */
export const contacting: readonly string[] = [
  'call',
  'meeting',
  'visit',
  'visitByCustomer',
  'message',
];

/** Still to be done, a forgotten one too: somebody waits for it. */
export const openStatuses: readonly string[] = ['planned', 'inProgress', 'forgotten'];

/** Results that say that nobody was spoken with. */
export const notReached: readonly string[] = ['noAnswer', 'busy', 'wrongNumber'];

/** Minutes after the slot in which nobody says what came of it, and then it counts as forgotten; a company may change it. */
export const graceMinutes = 30;
