/** Texts whose lines are rows. */
export const isRowsType = (type: string): boolean =>
  type === 'text/csv' || type === 'text/tab-separated-values';

const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files that are looked at as a table; a workbook by its first sheet. */
export const isTableType = (type: string): boolean => isRowsType(type) || type === sheets;
