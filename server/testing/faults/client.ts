/** A program that uses the API with a key. */
export interface Client {
  call(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface Answer {
  result: 'ok' | 'refused' | 'unknown';
  /** Null when no answer came. */
  status: number | null;
  retryAfter: string | null;
  text: string;
  // Read by tests, each of which knows what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have no common shape
  json: any;
}

export const clientOf = (origin: string, apiKey: string): Client => ({
  async call(method, url, body, headers = {}) {
    const isForm = body instanceof FormData;
    try {
      const answer = await fetch(`${origin}${url}`, {
        method,
        headers: {
          ...(apiKey !== '' && { authorization: `Bearer ${apiKey}` }),
          ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await answer.text();
      const { status } = answer;
      return {
        // A server that could not serve does not know what became of it.
        result: answer.ok ? 'ok' : status < 500 ? 'refused' : 'unknown',
        status,
        retryAfter: answer.headers.get('retry-after'),
        text,
        json: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
      };
    } catch {
      return { result: 'unknown', status: null, retryAfter: null, text: '', json: undefined };
    }
  },
});
