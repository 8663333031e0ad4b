import type { ReactNode } from 'react';

const pages = new Map<string, () => ReactNode>();

/** A feature may have a page of its own for an object, in place of the list; a list that is asked for is still one. */
export function registerObjectPage(object: string, draw: () => ReactNode): void {
  pages.set(object, draw);
}

const recordPages = new Map<string, (id: string) => ReactNode>();

/** A feature may show single records of an object in a way of its own, too. */
export function registerRecordPage(object: string, draw: (id: string) => ReactNode): void {
  recordPages.set(object, draw);
}

export const recordPage = (object: string, id: string): ReactNode => recordPages.get(object)?.(id);

export const objectPage = (
  object: string,
  search: Readonly<Record<string, string | undefined>>,
): ReactNode =>
  search['view'] === undefined && search['where'] === undefined ? pages.get(object)?.() : undefined;

/** Its records are no names of people or companies: they have a place and a sign of their own. */
export const hasOwnPage = (object: string): boolean => pages.has(object) || recordPages.has(object);
