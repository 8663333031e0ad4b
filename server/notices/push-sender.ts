import http from 'node:http';
import https from 'node:https';
import webPush from 'web-push';
import type { PushKeys } from './push-keys.ts';

export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushMessage {
  /** Read by the service worker. */
  text: string;
  /** A second one with it takes the place of the first. */
  topic: string;
  /** Of no use any more after this. */
  secondsToLive: number;
}

/** `gone`: the browser does not want to be told any more. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

export type PushSender = (target: PushTarget, message: PushMessage) => Promise<PushOutcome>;

const timeoutMs = 10_000;
const gone = new Set([403, 404, 410]);
/** Worth another try later. */
const isPassing = (status: number) => status === 408 || status === 429 || status >= 500;

/** Sends to the push service of a browser, encrypted for that browser alone. Throws when it is worth trying again. */
export const createPushSender =
  (keys: PushKeys, publicUrl: string): PushSender =>
  async (target, { text, topic, secondsToLive }) => {
    const { endpoint, headers, body } = webPush.generateRequestDetails(
      { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
      text,
      {
        vapidDetails: { subject: subjectOf(publicUrl), ...keys },
        TTL: secondsToLive,
        topic,
        urgency: 'high',
      },
    );
    const status = await post(endpoint, headers, body);
    if (status >= 200 && status < 300) return 'sent';
    if (gone.has(status)) return 'gone';
    if (isPassing(status)) throw new Error(`the push service answered ${status}`);
    return 'refused';
  };

/** Services want to know whom to turn to; some take only addresses of the public web. */
const subjectOf = (publicUrl: string): string =>
  publicUrl.startsWith('https://') ? publicUrl : 'mailto:duyen@localhost.invalid';

/** Follows nothing and reads nothing: the status is the answer. */
function post(
  address: string,
  headers: http.OutgoingHttpHeaders,
  body: Buffer | null,
): Promise<number> {
  const { request } = address.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers, timeout: timeoutMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('timeout', () => sent.destroy(new Error('the push service did not answer')));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}
