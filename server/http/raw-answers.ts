import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionError } from 'fastify';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { problemContentType, problemOf } from './problem.ts';
import { securityHeaders } from './headers.ts';

/** Answers what never became a request: broken syntax, headers too long or too slow. */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = statusOf(error.code);
  end(socket, status, code);
}

/** CONNECT asks for a tunnel, which only proxies give. */
export function refuseTunnel(_request: unknown, socket: Duplex): void {
  end(socket, 405, 'methodNotAllowed');
}

function statusOf(code: string): [number, ErrorCode] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'malformed'];
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'tooLarge'];
  return [400, 'malformed'];
}

function end(socket: Duplex, status: number, code: ErrorCode): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  // There is no request to take a language from.
  const body = JSON.stringify({ ...problemOf(new AppError(code), 'vi'), status });
  const headers = {
    ...securityHeaders(undefined),
    'content-type': problemContentType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
