const office =
  /^application\/(?:msword|rtf|vnd\.(?:ms-(?:excel|powerpoint)|oasis\.opendocument\.|openxmlformats-officedocument\.))/;

/** Files of word processors, sheets and slides: pages where a converter makes them, else their words. */
export const isOfficeType = (type: string): boolean => office.test(type);
