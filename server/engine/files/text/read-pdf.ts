import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import { gatherText } from './collect-text.ts';

/** Of longer ones the beginning is enough to find them by. */
const mostPages = 1000;

export async function readPdf(filePath: string): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(filePath)), {
    // Nothing but words is wanted: no pictures, no fonts, no forms that act.
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const gathered = gatherText();
  for (let page = 1; page <= Math.min(document.numPages, mostPages); page += 1) {
    if (gathered.full) break;
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items)
      if ('str' in item) gathered.add(item.hasEOL ? `${item.str}\n` : item.str);
    gathered.add('\n');
  }
  return gathered.text();
}
