export { activity } from './activity.object.ts';
export { activityRules } from './activity.rules.ts';
export { finishActivity, type Finish } from './finish-activity.ts';
export { forgottenActivities } from './jobs.ts';
export { markForgotten } from './mark-forgotten.ts';
export { contacting, notReached, openStatuses } from './outcomes.ts';
export { recurrence } from './recurrence.object.ts';
