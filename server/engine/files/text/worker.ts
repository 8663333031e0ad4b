import { parentPort, workerData } from 'node:worker_threads';
import type { TextAnswer, TextQuestion } from './messages.ts';
import { readOffice } from './read-office.ts';
import { readPdf } from './read-pdf.ts';
import { readPlain } from './read-plain.ts';

if (parentPort === null) throw new Error('this file runs in a worker');
// The only sender is extract-text.ts, which builds it with this type.
const { filePath, type } = workerData as TextQuestion;

const office = 'application/vnd.openxmlformats-officedocument';
const readers: Readonly<Record<string, (filePath: string) => Promise<string>>> = {
  'application/pdf': readPdf,
  [`${office}.wordprocessingml.document`]: (file) => readOffice(file, 'docx'),
  [`${office}.spreadsheetml.sheet`]: (file) => readOffice(file, 'xlsx'),
  [`${office}.presentationml.presentation`]: (file) => readOffice(file, 'pptx'),
  'application/vnd.oasis.opendocument.text': (file) => readOffice(file, 'odf'),
  'application/vnd.oasis.opendocument.spreadsheet': (file) => readOffice(file, 'odf'),
  'application/vnd.oasis.opendocument.presentation': (file) => readOffice(file, 'odf'),
  'application/json': readPlain,
  'message/rfc822': readPlain,
};

const reader = type.startsWith('text/') ? readPlain : readers[type];
const answer: TextAnswer = { text: await reader?.(filePath) };
parentPort.postMessage(answer);
