/** The topic of the guide for a page, by the beginning of its address; lists and records are everything else. */
const topics: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:calendar|settings\/calendar)/, 'calendar'],
  [/^\/today/, 'plan'],
  [/^\/imports/, 'import'],
  [/^\/(?:duplicates|trash)/, 'duplicates'],
  [/^\/(?:notices|settings\/notifications)/, 'notices'],
  [/^\/settings\/(?:members|teams|roles|me|security|api-keys)/, 'people'],
  [/^\/settings/, 'settings'],
  [/^\/(?:stalled|handovers)/, 'stalled'],
  [/^\/(?:reports\/work|day-reports)/, 'report'],
  [/^\/help/, 'start'],
  [/^\/leads\/./, 'leads'],
  [/^\/(documents|folders)/, 'documents'],
  [/^\/(?:topics|channels)/, 'discussion'],
  [/^\/[^/]+\/./, 'records'],
  [/^\/[^/]+$/, 'lists'],
];

export const helpFor = (path: string): string =>
  topics.find(([pattern]) => pattern.test(path))?.[1] ?? 'start';
