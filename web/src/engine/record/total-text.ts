import { formatNumber } from '#shared/locale/number.ts';
import type { Language } from '#shared/messages/language.ts';
import type { Total } from '#web/api/records.ts';

/** `12`, `1.000+`: more are not counted. */
export const totalText = ({ value, exact }: Total, language: Language): string =>
  `${formatNumber(String(value), language)}${exact ? '' : '+'}`;
