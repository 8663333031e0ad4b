import { decodeText } from '../../transfer/read/decode-text.ts';
import { detectEncoding } from '../../transfer/read/detect-encoding.ts';
import { gatherText } from './collect-text.ts';

export async function readPlain(filePath: string): Promise<string> {
  const gathered = gatherText();
  const decoder = new TextDecoder();
  for await (const piece of decodeText(filePath, await detectEncoding(filePath))) {
    gathered.add(decoder.decode(piece, { stream: true }));
    if (gathered.full) break;
  }
  return gathered.text();
}
