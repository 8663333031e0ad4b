/**
 * The Vietnamese lunar calendar, lunar years 1900 to 2100. It is reckoned for UTC+7; the Chinese one, for UTC+8, begins
 * some years on another day (2007, 2030), so libraries of that calendar are wrong here.
 */

export interface LunarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 30. */
  day: number;
  /** The second month of its name, in a year of thirteen. */
  leap: boolean;
}

/**
 * A number of base 36 for each year: day of the solar year on which it begins (from 0) · 2¹⁷ + leap month · 2¹³ + a bit
 * per month that has 30 days. Worked out from the new moons and solstices of Meeus, Astronomical Algorithms, at UTC+7.
 */
const table = `
  2dt5e 3tp3m 2ysh1 24uob 3l9hn 2nl3v 1w8re 3ctwq 2hyll 1nh3m 34fo2 2ao85 3qwpx 2t6x7 1z82z
  3fmi5 2kqjx 1qe7d 3799l 2ghaq 3wjo2 2ytr9 251sd 3laae 2qcae 1tfp1 3cu6s 2hz8p 1qbo2 34gb6
  2algm 3o2ej 2t6xj 1z846 3fmmy 2kqtx 1t9l5 37809 2dt3n 3tpqt 2ys6j 225i3 3ih7x 2qctm 1w9xx
  3cv50 2hykp 1nhqt 34fit 2808d 3o2fq 2t705 221ey 3fn4i 2ks6d 1tave 3a2iy 2dr4m 3qwlz 2ys7q
  24yph 3ih95 2qd3m 1w7fp 3cu91 2f4gb 1ks5z 31l7f 27x3v 3l9bf 2t755 221qq 3ihci 2krol 1qngr
  378lp 2dsq3 3qv1p 2vz59 24yui 3lay1 2qefm 1waat 3cvfp 2hydx 1knfx 31l86 27x6d 3o2qd 2t7t5
  2236a 3ihzm 2nl7q 1qdzq 34fh3 2dsuu 3toq2 2w09h 24urt 3l9op 2qd1v 1tfl7 3a0q3 2f597 1ngpm
  31ld6 27yat 3o3ol 2w0nd 1z991 3fo2d 2kqi5 1qkdp 34fjp 2dz8q 3tosy 2ytut 252dm 3lb2i 2qe8m
  1w9im 3a0ra 2f5bp 1ngs2 34es2 27smd 3o2sl 2t64r 1z6hj 3ctrf 2hxej 1qe3e 378tm 2ec7m 3tpxu
  2ytd1 251sb 3ih59 2njjh 1tjkr 3a0tp 2f5ii 1nhw2 34g42 2auxx 3o3z9 2t6xh 1z831 3fmwm 2hxo5
  1qene 379hm 2gknm 3qxeb 2ytra 24ymu 3ih5n 2njoa 1tdjp 3a1xx 2hxsa 1ksk3 31mdv 2808b 3o2ej
  2qduj 1z87u 3fn1m 2krqd 1qmve 3796y 2dtw5 3tq51 2vzu5 225kd 3ih85 2qcve 1tdph 3a2lh 2hyyy
  1nok5 31ms6 2811y 3o2fq 2t705 1z8hg 3fnbo 2ksdh 1tea2 34eq3 2azkn 3qvfv 2vzvf 225lm 3ihd6
  2qd78 1w945 3a1xh 2f5aj 1knjf 31l7x
`;
const firstYear = 1900;
const dayMs = 86_400_000;
const codes = table
  .trim()
  .split(/\s+/)
  .map((code) => Number.parseInt(code, 36));

interface LunarYear {
  leap: number;
  startMs: number;
  /** Days of each of its months, a leap month right after its namesake. */
  lengths: readonly number[];
}

function lunarYear(year: number): LunarYear | undefined {
  const code = codes[year - firstYear];
  if (code === undefined) return undefined;
  const leap = (code >> 13) & 15;
  return {
    leap,
    startMs: Date.UTC(year, 0, 1) + (code >> 17) * dayMs,
    lengths: Array.from({ length: leap ? 13 : 12 }, (_, i) => 29 + ((code >> i) & 1)),
  };
}

/** `2026-02-17` is 1/1/2026; undefined outside the years of the table. */
export function toLunar(date: string): LunarDate | undefined {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  const solarYear = new Date(at).getUTCFullYear();
  const begun = lunarYear(solarYear);
  const year = begun && at >= begun.startMs ? solarYear : solarYear - 1;
  const found = lunarYear(year);
  if (!found) return undefined;
  let rest = Math.round((at - found.startMs) / dayMs);
  for (const [slot, length] of found.lengths.entries()) {
    if (rest < length) {
      const isAfterLeap = found.leap > 0 && slot >= found.leap;
      return {
        year,
        month: isAfterLeap ? slot : slot + 1,
        day: rest + 1,
        leap: found.leap > 0 && slot === found.leap,
      };
    }
    rest -= length;
  }
  return undefined;
}

/** The day of the solar calendar as `YYYY-MM-DD`; undefined when there is no such lunar day. */
export function fromLunar({ year, month, day, leap }: LunarDate): string | undefined {
  const found = lunarYear(year);
  if (!found || (leap && found.leap !== month)) return undefined;
  const slot = leap ? month : month - 1 + (found.leap > 0 && month > found.leap ? 1 : 0);
  const length = found.lengths[slot];
  if (month < 1 || month > 12 || length === undefined || day < 1 || day > length) return undefined;
  const before = found.lengths.slice(0, slot).reduce((sum, each) => sum + each, 0);
  return new Date(found.startMs + (before + day - 1) * dayMs).toISOString().slice(0, 10);
}

/** Where a yearly lunar day falls: in the month that is no leap month, the 30th on the 29th of a shorter one. */
export const lunarAnniversary = (year: number, month: number, day: number): string | undefined =>
  fromLunar({ year, month, day, leap: false }) ??
  (day === 30 ? fromLunar({ year, month, day: 29, leap: false }) : undefined);
