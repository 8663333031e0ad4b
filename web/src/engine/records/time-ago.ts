import type { Language } from '#shared/messages/language.ts';

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `2 phút trước`, `1 hour ago`; under a minute, nothing is said of it. */
export function timeAgo(instant: string, language: Language, now = Date.now()): string | undefined {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  const step = steps.find(([, size]) => seconds >= size);
  if (!step) return undefined;
  const [unit, size] = step;
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(seconds / size), unit);
}
