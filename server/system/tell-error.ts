import { errorStatus, type ErrorCode } from '#shared/errors.ts';
import { errorWords } from '#shared/messages/errors.ts';
import type { Language } from '#shared/messages/language.ts';

const longest = 300;

/** What may be somebody's data or open a door: values, addresses, accounts, places on a disk, anything that looks random. */
const private_ = [
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi,
  /[^\s@"'<>]+@[^\s@"'<>]+/g,
  /(["'`]).*?\1/g,
  /\(.*?\)=\(.*?\)/g,
  /(?:[A-Za-z]:)?(?:[\\/][^\s\\/:]+){2,}/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /\b[0-9a-f]{8}-[0-9a-f-]{27}\b/gi,
  /[A-Za-z0-9_+=-]{24,}/g,
];

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorStatus, text);

/** Why background work failed, in words that may leave the server: the first line, without what is private in it. */
export function tellError(message: string, language: Language): string {
  if (isCode(message)) return errorWords[language][message].detail;
  const [first = ''] = message.split(/\r?\n/);
  const told = private_.reduce((text, pattern) => text.replace(pattern, '…'), first);
  return told.length > longest ? `${told.slice(0, longest)}…` : told;
}
