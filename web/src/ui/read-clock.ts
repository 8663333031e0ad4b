/** A time of day as people type it, `8`, `8h`, `8h30`, `8:30`, `0830`, as `HH:MM`; undefined when it is none. */
export function readClock(text: string): string | undefined {
  const [, hour = '', minute = '0'] =
    /^(\d{1,2})(?:\s*[:h.g]\s*(\d{1,2})?)?$/i.exec(text.trim()) ??
    /^(\d{1,2})(\d{2})$/.exec(text.trim()) ??
    [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
