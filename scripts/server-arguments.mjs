import path from 'node:path';
import { root } from './bootstrap.mjs';

const flags = [
  // Room for what is young: a smaller one is cleaned more often, and an idle server holds a quarter less.
  '--max-semi-space-size=8',
  // Cleaned when the heap has doubled; by itself it lets four times of what is in use pile up, which an import soon does.
  '--heap-growing-percent=100',
];

/** What Node is given to be the server. */
export const serverArguments = [...flags, path.join(root, 'server', 'main.ts')];
