export { calendarSettings } from './calendar-settings.ts';
export { findConflicts } from './find-conflicts.ts';
export { findFree } from './find-free.ts';
export { hoursOf } from './hours-of.ts';
export { mostDays, mostPeople, showCalendar } from './show-calendar.ts';
