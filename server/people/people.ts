import type { Workspaces } from '#engine/workspaces.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import type { Mail } from '../mail/mail.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { authSecret, createAuth, type Auth } from './auth.ts';
import { coreOn, type Core } from './core-tables.ts';
import { createIdentify, type Identify } from './identify.ts';
import { createIdentityCache, type IdentityCache } from './identity-cache.ts';
import { createPresence, type Presence } from './presence.ts';

/** Everything about who may come in, made once per process. */
export interface People {
  readonly core: Core;
  readonly auth: Auth;
  readonly identities: IdentityCache;
  readonly identify: Identify;
  readonly presence: Presence;
  readonly workspaces: Workspaces;
  /** Origin of every link in a mail: from the configuration, never from a request. */
  readonly publicUrl: string;
  /** Seconds from signing in until a session ends however busy it is. */
  readonly absoluteSeconds: number;
  /** Signs the cookies of sessions. */
  readonly cookieSecret: string;
  readonly log: Log;
  /** Puts a mail on its way with the transaction of `core`, when there is one. */
  readonly queueMail: (core: Core, mail: Mail) => Promise<void>;
  /** Does it once the answer is on its way; a failure is only logged. */
  readonly afterAnswer: (work: () => Promise<void>) => void;
  /** Resolves when everything that was begun after an answer is done. */
  readonly settled: () => Promise<void>;
  close(): Promise<void>;
}

export interface PeopleOptions {
  database: Database;
  workspaces: Workspaces;
  publicUrl: string;
  appSecret: string;
  log: Log;
  /** 12 hours and 7 days, unless a test is in a hurry. */
  idleSeconds?: number;
  absoluteSeconds?: number;
}

export async function createPeople(options: PeopleOptions): Promise<People> {
  const { database, publicUrl, appSecret, log } = options;
  const core = coreOn(database.app);
  const identities = await createIdentityCache(database);
  const idleSeconds = options.idleSeconds ?? 12 * 3600;
  const absoluteSeconds = options.absoluteSeconds ?? 7 * 86_400;
  const identifying = { core, cache: identities, publicUrl, appSecret, idleSeconds };
  const running = new Set<Promise<void>>();
  const settled = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    core,
    identities,
    publicUrl,
    absoluteSeconds,
    cookieSecret: authSecret(appSecret),
    log,
    queueMail: (on, mail) => queueMail(on, mail, appSecret),
    workspaces: options.workspaces,
    auth: createAuth({
      pool: database.app,
      publicUrl,
      appSecret,
      log,
      absoluteSeconds,
      sendReset: async (to, token) => {
        await queueMail(
          core,
          {
            to: to.email,
            language: await languageOf(core, options.workspaces, to.userId),
            template: 'resetPassword',
            // After the #, a browser tells no server and no log.
            values: { name: to.name, link: `${publicUrl}/reset-password#token=${token}` },
          },
          appSecret,
        );
      },
    }),
    identify: createIdentify(identifying),
    presence: createPresence(identifying),
    afterAnswer(work) {
      const done = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
        .finally(() => running.delete(done));
      running.add(done);
    },
    settled,
    async close() {
      await settled();
      await identities.close();
    },
  };
}

/** The language a person works in, where they worked last; Vietnamese when that cannot be found. */
export async function languageOf(core: Core, workspaces: Workspaces, userId: string) {
  const last = await core
    .selectFrom('membership')
    .select(['workspace_id', 'member_id'])
    .where('user_id', '=', userId)
    .orderBy('last_used_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return 'vi';
  const { directory } = await workspaces.open(last.workspace_id);
  return directory.members.get(last.member_id)?.language ?? 'vi';
}
