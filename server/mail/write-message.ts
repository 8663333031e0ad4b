import type { Mail } from './mail.ts';
import { templates } from './templates.ts';

export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** The words of a mail, as plain text and as simple HTML of the same content. */
export function writeMessage({ template, language, values }: Mail): Message {
  const { subject, paragraphs } = templates[template][language];
  const lines = paragraphs.map((paragraph) => fill(paragraph, values, oneLine));
  const html = paragraphs.map((paragraph) =>
    paragraph === '{link}'
      ? `<p><a href="${escapeHtml(values['link'] ?? '')}">${escapeHtml(values['link'] ?? '')}</a></p>`
      : `<p>${fill(escapeHtml(paragraph), values, (value) => escapeHtml(oneLine(value)))}</p>`,
  );
  return {
    subject: fill(subject, values, oneLine),
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${language}">\n<body>\n${html.join('\n')}\n</body>\n</html>\n`,
  };
}

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
