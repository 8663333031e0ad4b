import { openScratch, addCompany } from './scratch.ts';
import { writeFileSync } from 'node:fs';
const s = await openScratch();
const c = await addCompany(s, Number(process.argv[2] ?? 10000));
const { host, port, database, user, password } = s.database.owner.options;
writeFileSync(
  '/tmp/keep.json',
  JSON.stringify({
    origin: s.origin,
    c,
    pg: { host, port, database, user, password },
    folder: s.folder,
  }),
);
console.log('ready');
process.on('SIGTERM', () => void s.close().then(() => process.exit(0)));
setInterval(() => {}, 1000);
