export { readCalendarAnswer, type CalendarAnswer, type GivenAnswer } from './read-answer.ts';
export { writeCalendar, type IcsEvent } from './write-calendar.ts';
