import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parse as parseDisposition } from 'content-disposition';
import { eventually } from '../../eventually.ts';
import type { Checks, Outcome, Send } from '../outcome.ts';
import { member, textMember, type Answer } from '../send.ts';
import { listFiles } from '../snapshot.ts';
import type { World } from '../world.ts';
import { multipart } from './multipart.ts';
import { fileOf, type PayloadFile } from './payload-file.ts';

export const uploadPicture: Send = async (world, payload) => {
  const { answer } = await upload(world, fileOf(payload), '?kind=picture');
  return { answers: [answer] };
};

/** Uploaded, attached to a record of the sender, and fetched again the way a browser would show it. */
export const uploadAttachment: Send = async (world, payload) => {
  if (member(payload, 'multipart') !== undefined) return cutInTheMiddle(world);
  const file = fileOf(payload);
  const { answer, added } = await upload(world, file, '');
  if (answer.status !== 201) return { answers: [answer], checks: nothingKept(added, file) };
  const id = textMember(answer.json, 'items.0.id');
  const record = world.records.get('contacts')?.mine;
  const { sales1 } = world.people;
  const attached = await world.ask(sales1, 'POST', `/api/v1/contacts/${record}/files`, {
    fileIds: [id],
  });
  if (attached.status !== 200) throw new Error(`attaching got ${attached.status}`);
  const shown = [
    await world.ask(sales1, 'GET', `/api/v1/files/${id}`),
    await world.ask(sales1, 'GET', `/api/v1/files/${id}?preview=true`),
  ];
  return {
    answers: [answer, ...shown],
    status: answer.status,
    checks: {
      ...nothingKept([], file),
      attachment_headers: async () => first(shown, asAttachment),
      download_name_safe: async () => first(shown, hasSafeName),
      stored_under_random_name: async () => {
        const [only, ...more] = added;
        if (only === undefined || more.length > 0) return `${added.length} files were written`;
        const stored = path.relative(path.join(world.dataDir, 'files'), only);
        // Ids and a folder of two of their digits: nothing of a name that somebody typed.
        return stored.includes(id) && /^[\da-f/-]+$/.test(stored)
          ? undefined
          : `stored as ${stored}`;
      },
    },
  };
};

async function upload(world: World, { name, type, bytes }: PayloadFile, query: string) {
  const folder = path.join(world.dataDir, 'files');
  const before = new Set(await listFiles(folder));
  const form = multipart([{ field: 'file', name, type, bytes }]);
  const answer = await world.send({
    method: 'POST',
    path: `/api/v1/files${query}`,
    headers: { authorization: `Bearer ${world.people.sales1.key}`, 'content-type': form.type },
    body: form.body,
  });
  const added = (await listFiles(folder)).filter((each) => !before.has(each));
  return { answer, added };
}

/** What is refused leaves nothing where files are kept; what is taken goes nowhere else. */
const nothingKept = (added: string[], file: PayloadFile): Checks => ({
  no_file_outside: () => strayFiles([path.basename(file.name)]),
  stored_under_random_name: async () => (added.length === 0 ? undefined : 'refused, and kept'),
  download_name_safe: async () => undefined,
  attachment_headers: async () => undefined,
});

/** Names that a path in a file's name could have made. */
export async function strayFiles(names: readonly string[]): Promise<string | undefined> {
  const root = path.resolve(import.meta.dirname, '../../../..');
  for (const folder of [
    os.tmpdir(),
    path.dirname(os.tmpdir()),
    root,
    path.dirname(root),
    '/etc/cron.d',
  ])
    for (const name of names) {
      const file = path.join(folder, name);
      // The checkout has dot files of its own.
      const kept = await fs.stat(file).catch(() => undefined);
      if (kept && Date.now() - kept.mtimeMs < 60_000) return `${file} was written`;
    }
  return undefined;
}

const first = (answers: readonly Answer[], check: (answer: Answer) => string | undefined) =>
  answers.map(check).find((wrong) => wrong !== undefined);

/** A picture that a browser only shows may be shown, in a sandbox all the same. */
function asAttachment({ headers }: Answer): string | undefined {
  const disposition = String(headers['content-disposition']);
  const picture = /^image\/(png|jpeg|gif|webp|avif)$/.test(headers['content-type'] ?? '');
  if (!disposition.startsWith('attachment') && !picture) return `shown as ${disposition}`;
  if (headers['x-content-type-options'] !== 'nosniff') return 'may be sniffed';
  return headers['content-security-policy']?.includes('sandbox') ? undefined : 'no sandbox';
}

function hasSafeName({ headers }: Answer): string | undefined {
  const header = String(headers['content-disposition']);
  const name = parseDisposition(header).parameters['filename'] ?? '';
  // oxlint-disable-next-line no-control-regex -- characters that would end the header or the name
  return name === '' || /[/\\"\u0000-\u001f]/.test(name) ? `saved as ${header}` : undefined;
}

/** The connection is gone before the part is whole. */
async function cutInTheMiddle(world: World): Promise<Outcome> {
  const folder = path.join(world.dataDir, 'files');
  const before = await listFiles(folder);
  const form = multipart([{ field: 'file', name: 'a.bin', bytes: Buffer.alloc(3_000_000, 1) }]);
  const { host, hostname, port } = new URL(world.server.origin);
  await new Promise<void>((resolve) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(
        [
          'POST /api/v1/files HTTP/1.1',
          `Host: ${host}`,
          `Authorization: Bearer ${world.people.sales1.key}`,
          `Content-Type: ${form.type}`,
          `Content-Length: ${form.body.length}`,
          '\r\n',
        ].join('\r\n'),
      );
      socket.write(form.body.subarray(0, 2_000_000), () => setTimeout(() => socket.destroy(), 50));
    });
    socket.on('close', () => resolve());
    socket.on('error', () => undefined);
  });
  return {
    answers: [],
    // Who is gone hears no status.
    status: 400,
    checks: {
      no_temp_left: async () => {
        const same = async () => (await listFiles(folder)).join() === before.join();
        return (await eventually(same).catch(() => false)) ? undefined : 'a part was left';
      },
    },
  };
}
