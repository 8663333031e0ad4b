import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Mail } from './mail.ts';
import { templates } from './templates.ts';

const names = z.custom<keyof typeof templates>(
  (name) => typeof name === 'string' && Object.hasOwn(templates, name),
);
const mailSchema = z.strictObject({
  to: z.string(),
  language: z.enum(['vi', 'en']),
  template: names,
  values: z.record(z.string(), z.string()),
  lists: z
    .record(z.string(), z.array(z.strictObject({ text: z.string(), link: z.string() })))
    .exactOptional(),
  replyTo: z.string().exactOptional(),
  calendar: z
    .strictObject({ method: z.enum(['REQUEST', 'CANCEL']), text: z.string() })
    .exactOptional(),
});
const sealedSchema = z.strictObject({ sealed: z.base64url() });

/** A waiting mail holds the secret of its link, so it lies encrypted in the table of jobs. */
export function sealMail(mail: Mail, appSecret: string): { sealed: string } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(appSecret), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()]);
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url') };
}

export function openMail(payload: unknown, appSecret: string): Mail {
  const bytes = Buffer.from(sealedSchema.parse(payload).sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(appSecret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return mailSchema.parse(JSON.parse(text.toString('utf8')));
}

const keyOf = (appSecret: string) =>
  Buffer.from(hkdfSync('sha256', appSecret, '', 'duyen waiting mail', 32));
