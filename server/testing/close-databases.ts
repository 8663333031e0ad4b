import { afterAll } from 'vitest';
import { closeDatabases } from './database.ts';

// Files share a process and its modules: this alone is run for each of them.
afterAll(closeDatabases);
