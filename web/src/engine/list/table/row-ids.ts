/** Names of lines and cells, by which the table says where the keyboard stands. */
export const rowId = (index: number): string => `row-${index}`;
export const cellId = (index: number, key: string): string => `cell-${index}-${key}`;
