import { formatNumber } from '#shared/locale/number.ts';
import type { Language } from '#shared/messages/language.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `2,1 MB`, `2.1 MB`: of a thousand bytes each, as disks are sold. */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const shown = value.toFixed(value < 10 && step > 0 ? 1 : 0);
  return `${formatNumber(shown, language)}\u00a0${units[step] ?? ''}`;
}
