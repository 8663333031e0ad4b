const kinds: ReadonlySet<string> = new Set(['number', 'decimal', 'percent', 'boolean']);

/** Without its name before it nobody knows what such a value is of. */
export const saysLittle = ({ kind }: { kind: string }): boolean => kinds.has(kind);
