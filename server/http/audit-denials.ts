import type { FastifyRequest } from 'fastify';
import { hasHidden } from '#engine/access/has-hidden.ts';
import type { People } from '#server/people/people.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import type { Denial } from './errors.ts';
import { namedRecords } from './named-records.ts';

/** The same denial of the same person is written once in this time, so that a loop cannot fill the table. */
const onceInMs = 60_000;
const mostKept = 10_000;

/**
 * Notes who was refused what, after the answer. Whoever asks for a record that is out of their reach hears the same as
 * for one that is not there; here the two are told apart.
 */
export function auditDenials({ core, afterAnswer }: Pick<People, 'core' | 'afterAnswer'>) {
  const writtenAt = new Map<string, number>();
  return (request: FastifyRequest, code: Denial): void => {
    // What is out of another's reach is no denial of who looks with their rights.
    if (request.preview) return;
    const { identity, method, ip, ctx } = request;
    const named = code === 'notFound' ? namedRecords(request) : undefined;
    if (code === 'notFound' && !(named && ctx)) return;
    const subject = `${method} ${request.routeOptions.url ?? 'none'}`;
    const name = `${identity?.memberId ?? ip} ${subject}`;
    const now = performance.now();
    if (now - (writtenAt.get(name) ?? -onceInMs) < onceInMs) return;
    afterAnswer(async () => {
      if (named && ctx && !(await hasHidden(ctx, named.path, named.ids))) return;
      if (writtenAt.size >= mostKept) writtenAt.clear();
      writtenAt.set(name, now);
      await recordAudit(core, {
        action: 'request',
        result: 'denied',
        user_id: identity?.userId ?? null,
        workspace_id: identity?.workspaceId ?? null,
        member_id: identity?.memberId ?? null,
        subject,
        address: ip,
      });
    });
  };
}
