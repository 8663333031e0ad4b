export { joinYears } from './join-years.ts';
