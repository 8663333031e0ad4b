/** The words of HTML with a line for each paragraph. Parsed without being run or loaded. */
export function htmlToText(html: string): string {
  if (html === '') return '';
  const { body } = new DOMParser().parseFromString(
    html.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/(?:p|li|h\d|div)>/gi, '$&\n'),
    'text/html',
  );
  return (body.textContent ?? '').replace(/\n+$/, '');
}

/** Lines as paragraphs; null when there are none. */
export function textToHtml(text: string): string | null {
  if (text === '') return null;
  return text
    .split('\n')
    .map((line) => `<p>${line.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)}</p>`)
    .join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** More than paragraphs and line breaks. */
export const hasLooks = (html: string): boolean => /<(?!\/?(?:p|br|div|span)\b)[a-z]/i.test(html);
