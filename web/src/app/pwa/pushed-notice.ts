export interface PushedNotice {
  id: string;
  title: string;
  body: string;
  /** A page of ours. */
  path: string;
}

/**
 * What the server sent. Browsers demand that something is shown for each push; what cannot be read says only that there
 * is something, and leads to the notices.
 */
export function readPush(data: { json(): unknown } | null): PushedNotice {
  const unknown = { id: 'duyen', title: 'Duyên', body: '', path: '/notices' };
  try {
    const said: unknown = data?.json();
    if (typeof said !== 'object' || said === null) return unknown;
    const text = (name: string): string | undefined => {
      const value: unknown = Reflect.get(said, name);
      return typeof value === 'string' ? value : undefined;
    };
    const path = text('path') ?? '';
    return {
      id: text('id') ?? unknown.id,
      title: text('title') ?? unknown.title,
      body: text('body') ?? '',
      // Never to another site.
      path: /^\/(?![/\\])/.test(path) ? path : unknown.path,
    };
  } catch {
    return unknown;
  }
}
