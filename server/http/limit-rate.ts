export interface RateLimit {
  /** Requests an address may send at once after a pause. */
  burst: number;
  perSecond: number;
}

/** Far above what one office or program sends in earnest, and what one process can answer; sign-in and other costly routes have stricter limits of their own. */
export const generalLimit: RateLimit = { burst: 100_000, perSecond: 50_000 };

/** More addresses than this in memory only under attack; then the oldest are forgotten. */
const mostAddresses = 50_000;

/** A bucket of tokens per address, in this process. Gives the seconds to wait, or 0 when the request may go on. */
export function createRateLimit(
  { burst, perSecond }: RateLimit,
  now: () => number = () => performance.now(),
): (address: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (address) => {
    const at = now();
    let bucket = buckets.get(address);
    if (!bucket) {
      if (buckets.size >= mostAddresses) {
        const [oldest = address] = buckets.keys();
        buckets.delete(oldest);
      }
      bucket = { tokens: burst, at };
      buckets.set(address, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
    bucket.tokens -= 1;
    return 0;
  };
}
