import Fastify, { type FastifyBaseLogger } from 'fastify';
import type { LogLevel } from './config.ts';

/** JSON lines on stderr. The HTTP server brings its logger; everything else of the process uses the same one. */
export function openLog(level: LogLevel): FastifyBaseLogger {
  return Fastify({ logger: { level, stream: process.stderr } }).log;
}
