import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { watchChanges } from '#engine/notices/watch-changes.ts';
import { createChanges } from '#engine/realtime/create-changes.ts';
import { createSignals } from '#engine/realtime/signals.ts';
import { openInstallation } from './compose.ts';
import type { Config } from './config.ts';
import { codeOf } from './data-folder.ts';
import type { Database } from './database/database.ts';
import { auditDenials } from './http/audit-denials.ts';
import { createApp } from './http/create-app.ts';
import { registerChangeSeriesRoutes } from './http/activity/change-series.routes.ts';
import { registerCalendarInvitationRoutes } from './http/calendar/invitation.routes.ts';
import { registerCalendarSettingRoutes } from './http/calendar/settings.routes.ts';
import { registerClockRoutes } from './http/clock/clock.routes.ts';
import { registerStorageRoutes } from './http/documents/storage.routes.ts';
import { registerModuleRoutes } from './http/module.routes.ts';
import { listensHere } from './http/from-this-machine.ts';
import { registerPushRoutes } from './http/notices/push.routes.ts';
import { registerPeopleRoutes } from './http/people/index.ts';
import { registerInvitationLinkRoutes } from './http/people/invitation-link.routes.ts';
import { registerSampleRoutes } from './http/setup/sample.routes.ts';
import { registerSetupRoutes } from './http/setup/setup.routes.ts';
import { registerStalledSettingRoutes } from './http/stalled/settings.routes.ts';
import { countJobs } from './jobs/count-jobs.ts';
import { jobsOf } from './jobs/index.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { createMailer } from './mail/create-mailer.ts';
import { sendMailTask, sendMailTaskName } from './mail/send-mail-task.ts';
import { pushKeys } from './notices/push-keys.ts';
import { createPushSender } from './notices/push-sender.ts';
import { sessionCookieName } from './people/auth.ts';
import type { Core } from './people/core-tables.ts';
import { createPeople } from './people/people.ts';
import { needsSetup } from './setup/find-setup.ts';
import { newSetupToken } from './setup/setup-token.ts';
import { StartError } from './start-error.ts';

/** Where scripts/build-web.mjs puts the screens; a program started without them serves the API alone. */
const webFolder = path.join(import.meta.dirname, '..', 'dist', 'web');
const builtWeb = fs.existsSync(path.join(webFolder, 'index.html')) ? webFolder : undefined;

export interface Program {
  /** Where it listens; undefined for a process that only works off jobs. */
  readonly address: string | undefined;
  /** What a person opens: the page of the set-up, with its code where that is needed, until there is a company. */
  readonly page: string | undefined;
  /** Ends what is running and then everything else, in the order that loses nothing. */
  stop(): Promise<void>;
}

/** Puts the parts together: database, workspaces, people, then HTTP and jobs as ROLE says. */
export async function startProgram(config: Config, log: FastifyBaseLogger): Promise<Program> {
  // Undone from the last to the first, also when a later part fails to start.
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of undo.splice(0).toReversed())
      await each().catch((error: unknown) => log.error({ err: error }, 'a part did not stop'));
  };
  try {
    const installation = await openInstallation(config, log);
    undo.push(() => installation.close());
    const { database, workspaces, clock, secret: appSecret } = installation;
    const publicUrl = config.publicUrl ?? addressOf(config.host, config.port);
    const vapid = pushKeys(appSecret);
    const people = await createPeople({ database, workspaces, publicUrl, appSecret, log });
    undo.push(() => people.close());

    if (config.role !== 'web') {
      const mailer = createMailer(config, log);
      undo.push(async () => mailer.close());
      const running = await runJobs(
        workspaces,
        {
          ...jobsOf({ publicUrl, appSecret, send: createPushSender(vapid, publicUrl) }),
          tasks: { [sendMailTaskName]: sendMailTask(mailer, appSecret) },
        },
        log,
      );
      undo.push(() => running.stop());
      const noticing = await watchChanges(workspaces);
      undo.push(() => noticing.stop());
    }
    if (config.role === 'worker') return { address: undefined, page: undefined, stop };

    const changes = await createChanges(workspaces);
    undo.push(() => changes.close());
    const signals = await createSignals(workspaces);
    undo.push(() => signals.close());
    const app = await createApp({
      config,
      log,
      workspaces,
      identify: people.identify,
      onDenied: auditDenials(people),
      live: { changes, presence: people.presence, signals },
      sessionCookie: sessionCookieName(publicUrl),
      ...(builtWeb && { web: builtWeb }),
      health: {
        ready: () => answers(database),
        metricsToken: config.metricsToken,
        countJobs: () => countJobs(database),
      },
      routes: [
        (server) => registerPeopleRoutes(server, people),
        (server) => registerInvitationLinkRoutes(server, { people, config }),
        (server) => registerStorageRoutes(server, people),
        (server) => registerCalendarSettingRoutes(server, people),
        (server) => registerCalendarInvitationRoutes(server, people),
        (server) => registerChangeSeriesRoutes(server, people),
        (server) => registerStalledSettingRoutes(server, people),
        (server) => registerSetupRoutes(server, { people, config }),
        (server) => registerSampleRoutes(server, { people, config }),
        registerModuleRoutes,
        (server) => registerPushRoutes(server, vapid),
        ...(config.testClock
          ? [(server: FastifyInstance) => registerClockRoutes(server, { clock, database })]
          : []),
      ],
    });
    undo.push(() => app.close());
    await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
      throw explained(error, config);
    });
    // Listening on TCP, so the address is an object.
    const { port } = app.server.address() as AddressInfo;
    const address = `${addressOf(config.host, port)}/`;
    return { address, page: await pageOf(people.core, config, address), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Over a network, only who reads what this process prints can make the company. */
async function pageOf(core: Core, config: Config, address: string): Promise<string> {
  const base = config.publicUrl === undefined ? address : `${config.publicUrl}/`;
  if (!(await needsSetup(core))) return base;
  if (listensHere(config)) return `${base}setup`;
  // After the #, a browser tells no server and no log.
  return `${base}setup#token=${await newSetupToken(core)}`;
}

/** Migrations are done before the server listens, so an answer is all that is left to ask for. */
async function answers(database: Database): Promise<void> {
  await database.app.query('select 1');
}

/** An address a browser on this machine can open. */
function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function explained(error: unknown, { host, port }: Config): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new StartError(`PORT ${port} is used by another program; stop it or set PORT`);
  if (code === 'EACCES')
    return new StartError(`PORT ${port} needs more rights; take one from 1024 to 65535`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(`HOST ${host} is not an address of this machine`);
  return error;
}
