export { activity } from './activity.object.ts';
export { activityRules } from './activity.rules.ts';
export { recurrence } from './recurrence.object.ts';
