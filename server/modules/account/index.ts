export { potentials, stages } from './account.options.ts';
