export interface Invitee {
  name: string;
  email: string;
}

const address = /[^\s<>,;"'()]+@[^\s<>,;"'()]+/;

/** Lines, or a list with commas or semicolons, as copied from a mail, a sheet or a chat: name and address in any order. */
export function parsePeople(text: string): Invitee[] {
  const found = text
    .split(/[\n;]|(?<=@[^\s,]+\s*),/)
    .map(parsePerson)
    .filter((person) => person !== undefined);
  return [...new Map(found.map((person) => [person.email, person])).values()];
}

function parsePerson(text: string): Invitee | undefined {
  const email = address.exec(text)?.[0].replace(/[.:]+$/, '');
  if (email === undefined) return undefined;
  const rest = text.replace(email, ' ').replace(/[<>()"',\t]|mailto:/g, ' ');
  const name = rest.replace(/\s+/g, ' ').trim();
  return { name: name || nameFrom(email), email: email.toLowerCase() };
}

/** `thu-ha.nguyen@…` is called Thu Ha Nguyen until somebody knows better. */
export function nameFrom(email: string): string {
  const [local = ''] = email.split('@');
  return local
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1))
    .join(' ');
}
