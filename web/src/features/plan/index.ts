/** What other parts of the screens use of the day's plan. */
export { openFinish } from './open-finish.ts';
