import { createServer } from 'node:http';
import { Pool } from 'pg';
import { z } from 'zod';

/**
 * The floor: the same SQL behind a bare node:http handler that writes the rows as JSON. No rights, no checks, no routes.
 * Settings come as JSON in the first argument; prints its port.
 */
const settings = z.object({
  connection: z.looseObject({}),
  /** Statement per path; `vary` are the places of the parameters that the request brings as a JSON list. */
  statements: z.record(
    z.string(),
    z.object({
      text: z.string(),
      values: z.array(z.unknown()),
      vary: z.array(z.number()),
      plan: z.boolean(),
    }),
  ),
});

const { connection, statements } = settings.parse(JSON.parse(process.argv[2] ?? '{}'));
const pool = new Pool({ ...connection, max: 10 });

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bare');
  const name = url.pathname.slice(1);
  const statement = statements[name];
  if (!statement) {
    response.writeHead(404).end();
    return;
  }
  const given: unknown[] = JSON.parse(url.searchParams.get('v') ?? '[]');
  const values = [...statement.values];
  statement.vary.forEach((place, i) => {
    values[place] = given[i];
  });
  pool.query({ ...(statement.plan && { name }), text: statement.text, values }).then(
    ({ rows }) => {
      const body = JSON.stringify(rows);
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
