const placeholder = /\{(0{1,10}|yyyy|yy|mm)\}/g;
const digits: Readonly<Record<string, string>> = { yyyy: '\\d{4}', yy: '\\d{2}', mm: '\\d{2}' };

/** Which number of which series a text is; undefined when it is not of the pattern. The reverse of `formatNumber`. */
export function readNumber(pattern: string, text: string): { date: string; n: number } | undefined {
  const names: string[] = [];
  let source = '';
  let end = 0;
  for (const { 0: whole, 1: name = '', index } of pattern.matchAll(placeholder)) {
    source += RegExp.escape(pattern.slice(end, index));
    // A counter that outgrew its zeros has more digits; beyond fifteen no number is exact.
    source += `(${digits[name] ?? `\\d{${name.length},15}`})`;
    names.push(name);
    end = index + whole.length;
  }
  const found = new RegExp(`^${source}${RegExp.escape(pattern.slice(end))}$`).exec(text);
  if (!found) return undefined;
  const parts = new Map(names.map((name, i) => [digits[name] ? name : 'n', found[i + 1] ?? '']));
  const year = parts.get('yyyy') ?? `20${parts.get('yy') ?? '00'}`;
  return { date: `${year}-${parts.get('mm') ?? '01'}-01`, n: Number(parts.get('n')) };
}
