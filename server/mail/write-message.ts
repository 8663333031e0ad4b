import type { Mail, MailLine } from './mail.ts';
import { templates, type MailWords } from './templates.ts';

export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** The words of a mail, as plain text and as simple HTML of the same content. */
export function writeMessage({ template, language, values, lists = {} }: Mail): Message {
  const words: MailWords = templates[template][language];
  const sections = Object.entries(words.lists ?? {}).flatMap(([name, heading]) => {
    const lines = lists[name] ?? [];
    return lines.length > 0 ? [{ heading, lines }] : [];
  });
  const text = words.paragraphs.flatMap((paragraph) =>
    paragraph === '{lists}'
      ? sections.map(listText)
      : hasNoLink(paragraph, values)
        ? []
        : [fill(paragraph, values, oneLine)],
  );
  const html = words.paragraphs.flatMap((paragraph) => {
    if (paragraph === '{lists}') return sections.map(listHtml);
    if (hasNoLink(paragraph, values)) return [];
    if (paragraph === '{link}') return [`<p>${linkHtml(values['link'] ?? '')}</p>`];
    return [`<p>${fill(escapeHtml(paragraph), values, (value) => escapeHtml(oneLine(value)))}</p>`];
  });
  return {
    subject: fill(words.subject, values, oneLine),
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${language}">\n<body>\n${html.join('\n')}\n</body>\n</html>\n`,
  };
}

const hasNoLink = (paragraph: string, { link }: Mail['values']): boolean =>
  paragraph === '{link}' && (link ?? '') === '';

interface Section {
  heading: string;
  lines: readonly MailLine[];
}

const listText = ({ heading, lines }: Section): string =>
  [heading, ...lines.map(({ text, link }) => `- ${oneLine(text)}\n  ${link}`)].join('\n');

const listHtml = ({ heading, lines }: Section): string => {
  const items = lines.map(({ text, link }) => `<li>${linkHtml(link, oneLine(text))}</li>`);
  return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
};

const linkHtml = (address: string, text = address): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;

const fill = (text: string, values: Mail['values'], present: (value: string) => string) =>
  text.replaceAll(/\{(\w+)\}/g, (_, key: string) => present(values[key] ?? ''));

/** A name with a line break must start neither a header nor a line that looks like ours. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
