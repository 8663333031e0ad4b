import { inspectPages } from './support/inspect-pages.ts';

inspectPages({ phone: true });
