/**
 * A spreadsheet takes a cell that starts with one of these for a formula (the wide forms too, in
 * East Asian versions). The convention is: a text that starts with any number of quote marks
 * followed by such a character gets one quote mark more, and reading takes one away. Every text
 * comes back as it was, also one that has quote marks of its own.
 */
const marked = /^'*[=+\-@\t\r\n＝＋－＠]/;
const unmarked = /^'+[=+\-@\t\r\n＝＋－＠]/;

export const markFormula = (text: string): string => (marked.test(text) ? `'${text}` : text);
export const unmarkFormula = (text: string): string => (unmarked.test(text) ? text.slice(1) : text);
