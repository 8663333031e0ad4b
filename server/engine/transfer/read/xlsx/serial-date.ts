const dayMs = 86_400_000;
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465;

const two = (n: number): string => String(n).padStart(2, '0');

const clock = (milliseconds: number): string => {
  const ms = milliseconds % 1000;
  const seconds = Math.floor(milliseconds / 1000);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms === 0 ? text : `${text}.${String(ms).padStart(3, '0')}`;
};

/**
 * The day and time of a serial number. The 1900 system counts a 29 February 1900 that never was
 * (kept for Lotus files), so serials from 61 stand one day later than the calendar says.
 */
export function serialToText(
  serial: number,
  base1904: boolean,
): { type: 'date' | 'dateTime' | 'time'; text: string } | undefined {
  if (!(serial >= 0 && serial < lastSerial + 1)) return undefined;
  let day = Math.floor(serial);
  let ms = Math.round((serial - day) * dayMs);
  if (ms === dayMs) {
    day++;
    ms = 0;
  }
  if (day === 0 && !base1904) return { type: 'time', text: clock(ms) };
  const epoch = base1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * dayMs).toISOString().slice(0, 10);
  return ms === 0
    ? { type: 'date', text: date }
    : { type: 'dateTime', text: `${date}T${clock(ms)}` };
}

/** A length of time: 1.5 is 36 hours. */
export const serialToTime = (serial: number): string | undefined =>
  serial >= 0 && serial < lastSerial ? clock(Math.round(serial * dayMs)) : undefined;
