/** A label in the middle of a sentence: `Khách hàng` as `khách hàng`; `API` stays. */
export const lower = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1);
