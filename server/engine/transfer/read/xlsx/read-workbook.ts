import { refuseFile } from '../refuse-file.ts';
import type { TableSheet } from '../table.ts';
import { readStyles, type NumberMeaning } from './read-styles.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readWholeXml } from './read-xml.ts';
import type { ZipParts } from './zip-parts.ts';

export interface Workbook {
  sheets: (TableSheet & { part: string })[];
  base1904: boolean;
  styles: NumberMeaning[];
  sharedStrings: string[];
}

interface Relation {
  type: string;
  part: string;
}

const resolvePart = (base: string, target: string): string => {
  const path = target.startsWith('/') ? target : `${base}/${target}`;
  const parts: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
};

async function readRelations(
  zip: ZipParts,
  part: string,
  base: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!zip.has(part)) return relations;
  await readWholeXml(zip.read(part), {
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (mode === 'External') return;
      relations.set(id, { type: type?.split('/').at(-1) ?? '', part: resolvePart(base, target) });
    },
  });
  return relations;
}

async function refuseOtherOffice(zip: ZipParts): Promise<void> {
  if (zip.has('mimetype') || zip.has('META-INF/manifest.xml')) throw refuseFile('openDocument');
  if (!zip.has('[Content_Types].xml')) throw refuseFile('archive');
  let types = '';
  await readWholeXml(zip.read('[Content_Types].xml'), {
    open: (_, attributes) => {
      types += ` ${attributes['PartName'] ?? ''} ${attributes['ContentType'] ?? ''}`;
    },
  });
  if (/\/word\/|\/ppt\/|wordprocessingml|presentationml/.test(types)) {
    throw refuseFile('wordOrSlides');
  }
  if (/ms-excel\.sheet\.binary/.test(types)) throw refuseFile('binaryExcel');
}

/** Sheets, styles and shared strings: all that a sheet needs to be read. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  await refuseOtherOffice(zip);
  const roots = await readRelations(zip, '_rels/.rels', '');
  const part =
    [...roots.values()].find((relation) => relation.type === 'officeDocument')?.part ??
    'xl/workbook.xml';
  const base = part.split('/').slice(0, -1).join('/');
  const file = part.split('/').at(-1) ?? '';
  const relations = await readRelations(zip, `${base}/_rels/${file}.rels`, base);
  const sheets: Workbook['sheets'] = [];
  let base1904 = false;
  await readWholeXml(zip.read(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') base1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      const relation = relations.get(id ?? '');
      if (relation?.type !== 'worksheet') return;
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        part: relation.part,
      });
    },
  });
  if (sheets.length === 0) throw refuseFile('missingPart', { part: 'worksheet' });
  const related = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && zip.has(relation.part))
      ?.part;
  const styles = related('styles');
  const strings = related('sharedStrings');
  return {
    sheets,
    base1904,
    styles: styles === undefined ? [] : await readStyles(zip.read(styles)),
    sharedStrings: strings === undefined ? [] : await readSharedStrings(zip.read(strings)),
  };
}
