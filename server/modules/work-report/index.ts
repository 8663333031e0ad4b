export { exportReport } from './export-report.ts';
export { reportedBy, workReport } from './work-report.ts';
