/** `Mai, 14:30` as it stands inside a sentence. */
export const lowerFirst = (text: string): string =>
  text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
