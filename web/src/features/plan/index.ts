/** What other parts of the screens use of the day's plan. Panels are loaded by who shows them. */
export { openFinish } from './open-finish.ts';
