export { dayReport } from './day-report.object.ts';
export { dayKinds, draftDay, sendDay } from './day-report.ts';
export { exportReport } from './export-report.ts';
export { reportedBy, workReport } from './work-report.ts';
