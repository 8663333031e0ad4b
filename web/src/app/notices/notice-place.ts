import type { Notice } from '#shared/notices.ts';

export interface Place {
  to: string;
  search: Record<string, string>;
}

/** Where a notice leads; undefined where there is nothing (any more) to go to. */
export function placeOf(
  { record, params, kind }: Notice,
  pathOf: (object: string) => string | undefined,
): Place | undefined {
  if (kind === 'jobDone' && params.job === 'import' && params.id !== undefined)
    return { to: `/imports/${params.id}`, search: {} };
  const path = pathOf(record?.object ?? params.of ?? '');
  if (path === undefined) return undefined;
  if (!record) return { to: `/${path}`, search: {} };
  if (record.title === null) return undefined;
  if (record.removed) return { to: '/trash', search: {} };
  const { within } = record;
  const around = within && pathOf(within.object);
  if (within && around !== undefined && around !== null)
    return { to: `/${around}/${within.id}`, search: { entry: record.id } };
  const [field] = kind === 'mentioned' ? (params.fields ?? []) : [];
  return {
    to: `/${path}/${record.id}`,
    search: field === undefined ? {} : { tab: 'details', at: field },
  };
}
