import { createElement } from 'react';
import {
  IconBuilding,
  IconChecks,
  IconMapPin,
  IconMessageCircle,
  IconNote,
  IconPhone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  call: IconPhone,
  meeting: IconUsers,
  visit: IconMapPin,
  visitByCustomer: IconBuilding,
  message: IconMessageCircle,
  note: IconNote,
};

/** Kinds that a company added look like a task. */
export function KindIcon({ kind, className }: { kind: string; className?: string | undefined }) {
  return createElement(icons[kind] ?? IconChecks, {
    size: 16,
    stroke: 1.7,
    className,
    'aria-hidden': true,
  });
}
