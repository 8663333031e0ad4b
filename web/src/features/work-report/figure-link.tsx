import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Filter } from '#shared/filter.ts';
import { useObject } from '#web/engine/model.ts';
import type { FigureKey, ReportRow, WorkReport } from './report.queries.ts';

interface Props {
  report: WorkReport;
  figure: FigureKey;
  /** Undefined: of all. */
  row?: ReportRow | undefined;
  /** Where the number alone does not say what it is. */
  label?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A number that leads to what it counts. */
export function FigureLink({ report, figure, row, label, className, children }: Props) {
  const isCustomers = figure === 'newCustomers';
  const object = useObject({ key: isCustomers ? 'account' : 'activity' });
  if (!object) return <span className={className}>{children}</span>;
  const of = isCustomers ? undefined : report.figureWhere[figure];
  const where: Filter = {
    and: [
      isCustomers ? report.customersWhere : report.where,
      ...(row ? [row.where] : []),
      ...(of ? [of] : []),
    ],
  };
  return (
    <Link
      to="/$objects"
      params={{ objects: object.path }}
      search={{ where: JSON.stringify(where), view: 'all' }}
      {...(label !== undefined && { 'aria-label': label })}
      className={className ?? ''}
    >
      {children}
    </Link>
  );
}
