import { sql, type Kysely } from 'kysely';
import type { Mail } from './mail.ts';
import { sealMail } from './seal-mail.ts';
import { sendMailTaskName } from './send-mail-task.ts';

/** Sent by a job, after the commit and with retries: no request waits for a mail server. */
export async function queueMail<T>(db: Kysely<T>, mail: Mail, appSecret: string): Promise<void> {
  const payload = JSON.stringify(sealMail(mail, appSecret));
  await sql`select graphile_worker.add_job(${sendMailTaskName}, payload => ${payload}::json, max_attempts => 12)`.execute(
    db,
  );
}
