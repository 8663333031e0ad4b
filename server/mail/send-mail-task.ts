import type { Mailer } from './create-mailer.ts';
import type { Mail } from './mail.ts';
import { openMail } from './seal-mail.ts';

export const sendMailTaskName = 'sendMail';

/** A job: tried again by the queue when it fails, under the same Message-ID. */
export const sendMailTask =
  (mailer: Mailer, appSecret: string) =>
  async (payload: unknown, { job }: { job: { id: string | number } }): Promise<void> => {
    const mail: Mail = openMail(payload, appSecret);
    await mailer.send(mail, `job-${job.id}`);
  };
