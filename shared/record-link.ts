/** A record of any object. */
export interface RecordLink {
  object: string;
  id: string;
}

/** `account:0190…`: the pair as one text, which is how it is kept, compared and indexed. */
export const writeLink = ({ object, id }: RecordLink): string => `${object}:${id}`;

/** The pair of a text that `writeLink` made. */
export function readLink(text: string): RecordLink {
  const at = text.indexOf(':');
  return { object: text.slice(0, at), id: text.slice(at + 1) };
}
