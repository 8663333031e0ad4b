type Hear = (ids: ReadonlySet<string> | undefined) => void;

const hearers = new Map<string, Set<Hear>>();

/** Of an object's records that changed; without ids, after a time in which changes may have been missed. */
export function onTouched(object: string, hear: Hear): () => void {
  const known = hearers.get(object) ?? new Set();
  hearers.set(object, known.add(hear));
  return () => known.delete(hear);
}

export function tellTouched(object?: string, ids?: ReadonlySet<string>): void {
  for (const [key, known] of hearers)
    if (object === undefined || key === object) for (const hear of known) hear(ids);
}
