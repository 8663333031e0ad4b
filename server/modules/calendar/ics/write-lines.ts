/** One property of RFC 5545, and its parameters. */
export interface Line {
  name: string;
  value: string;
  parameters?: Readonly<Record<string, string>>;
}

const longestBytes = 75;

/** Text as a value: what would end it, and breaks of lines, are escaped. */
export const text = (value: string): string =>
  clean(value)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** In quotes; what a parameter cannot hold is left out. */
const parameter = (value: string): string => `"${clean(value).replaceAll(/[\r\n"]+/g, ' ')}"`;

/** No controls but tabs and breaks of lines. */
const clean = (value: string): string =>
  value.replaceAll(/\p{Cc}/gu, (character) => (/[\t\r\n]/.test(character) ? character : ''));

const fixed = /^[\w/+:.-]+$/;

/** Lines of the file, none longer than 75 bytes: the rest follows on lines that begin with a blank. */
export const writeLines = (lines: readonly Line[]): string =>
  `${lines.map((line) => folded(unfolded(line))).join('\r\n')}\r\n`;

function unfolded({ name, value, parameters = {} }: Line): string {
  const all = Object.entries(parameters).map(
    ([key, each]) => `;${key}=${fixed.test(each) && !each.includes(':') ? each : parameter(each)}`,
  );
  return `${name}${all.join('')}:${value}`;
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // A line that follows has a blank of its own.
    if (bytes + size > longestBytes - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
