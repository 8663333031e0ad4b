import type { FastifyRequest } from 'fastify';
import type { People } from '#server/people/people.ts';
import { recordAudit } from '#server/people/record-audit.ts';

/** The same denial of the same person is written once in this time, so that a loop cannot fill the table. */
const onceInMs = 60_000;
const mostKept = 10_000;

/** Notes who was refused what, after the answer. */
export function auditDenials({ core, afterAnswer }: Pick<People, 'core' | 'afterAnswer'>) {
  const writtenAt = new Map<string, number>();
  return (request: FastifyRequest): void => {
    const { identity, method, ip } = request;
    const subject = `${method} ${request.routeOptions.url ?? 'none'}`;
    const name = `${identity?.memberId ?? ip} ${subject}`;
    const now = performance.now();
    if (now - (writtenAt.get(name) ?? -onceInMs) < onceInMs) return;
    if (writtenAt.size >= mostKept) writtenAt.clear();
    writtenAt.set(name, now);
    afterAnswer(() =>
      recordAudit(core, {
        action: 'request',
        result: 'denied',
        user_id: identity?.userId ?? null,
        workspace_id: identity?.workspaceId ?? null,
        member_id: identity?.memberId ?? null,
        subject,
        address: ip,
      }),
    );
  };
}
