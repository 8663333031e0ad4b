import nodemailer from 'nodemailer';
import { reasonOf } from '../../data-folder.ts';
import { ok, problem, type Finding } from './finding.ts';

const patienceMs = 5_000;

/** Connects and signs in, and sends nothing. */
export async function checkSmtp(smtpUrl: string): Promise<Finding> {
  const { hostname } = new URL(smtpUrl);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.verify();
    return ok('mail server', `${hostname} lets us in`);
  } catch (error) {
    return problem(
      'mail server',
      `${hostname} does not take mail: ${reasonOf(error)}`,
      'check name, port, user and password in SMTP_URL',
    );
  } finally {
    transport.close();
  }
}
