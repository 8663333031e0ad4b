export { callPlan, type CallPlan } from './call-plan.ts';
export { nextTimes } from './next-times.ts';
export { skipCall } from './skip-call.ts';
export { today } from './today.ts';
