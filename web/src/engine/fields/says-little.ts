const kinds: ReadonlySet<string> = new Set(['number', 'decimal', 'percent', 'boolean']);

/** Without its name before it nobody knows what such a value is of. */
export const saysLittle = ({ kind }: { kind: string }): boolean => kinds.has(kind);

const written: ReadonlySet<string> = new Set(['email', 'emails', 'url']);

/** Cut short it says nothing: it is read on the page of the record, not on a card or in a row of a phone. */
export const readsLong = ({ kind }: { kind: string }): boolean => written.has(kind);
