/** Builds the web application into dist/web, unless that is what is there. */
export function buildWeb(): void;
