/** The id a link has as it is presented, or as `aggregate` groups by it; null where there is none. */
export const idOf = (link: unknown): string | null =>
  typeof link === 'object' && link !== null && 'id' in link ? String(link.id) : null;

/** Of one link or of many. */
export const idsOf = (links: unknown): string[] =>
  [links].flat().flatMap((each) => idOf(each) ?? []);
