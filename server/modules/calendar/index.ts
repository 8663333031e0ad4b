export { calendarSettings } from './calendar-settings.ts';
export { endFeed, listFeeds, makeFeed, readFeed } from './feeds.ts';
export { findConflicts } from './find-conflicts.ts';
export { dayOf, instantOf, plusDays } from './days-between.ts';
export { findFree, freeSpans } from './find-free.ts';
export { slotsIn, type Span } from './free-slots.ts';
export { hoursOf } from './hours-of.ts';
export { mostDays, mostPeople, showCalendar } from './show-calendar.ts';
