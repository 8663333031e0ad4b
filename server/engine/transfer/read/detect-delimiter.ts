export const delimiters = [',', ';', '\t', '|'] as const;

/** `sep=;` as Excel writes and reads it: not a row of the table. */
export const sepLine = (text: string): string | undefined =>
  /^"?sep=([^\r\n"])"?[,;\t|]*(?:\r\n|\r|\n|$)/i.exec(text)?.[1];

/** Fields per record of the first records, quotes respected. */
function fieldCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  let recordStart = 0;
  for (let i = 0; i < text.length && counts.length < 200; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"') {
        if (text[i + 1] === '"') i++;
        else quoted = false;
      }
      continue;
    }
    if (char === '"' && fieldStart) {
      quoted = true;
      fieldStart = false;
    } else if (char === delimiter) {
      fields++;
      fieldStart = true;
    } else if (char === '\n' || char === '\r') {
      if (i > recordStart) counts.push(fields);
      recordStart = i + 1;
      fields = 1;
      fieldStart = true;
    } else {
      fieldStart = false;
    }
  }
  if (counts.length === 0) counts.push(fields);
  return counts;
}

/** The delimiter that gives most records the same number of fields, more than one. */
export function detectDelimiter(text: string): string {
  let best = { delimiter: ',', agreement: 0, fields: 1 };
  for (const delimiter of delimiters) {
    const counts = fieldCounts(text.endsWith('\n') ? text : `${text}\n`, delimiter);
    const byCount = new Map<number, number>();
    for (const count of counts) byCount.set(count, (byCount.get(count) ?? 0) + 1);
    for (const [fields, records] of byCount) {
      if (fields < 2) continue;
      const agreement = records / counts.length;
      if (
        agreement > best.agreement + 0.05 ||
        (agreement > best.agreement - 0.05 && fields > best.fields)
      ) {
        best = { delimiter, agreement, fields };
      }
    }
  }
  return best.delimiter;
}
