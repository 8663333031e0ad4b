import {
  IconBuildingStore,
  IconCalendarEvent,
  IconChecklist,
  IconMapPin,
  IconMessage,
  IconNote,
  IconPhone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { createElement } from 'react';

const icons: Readonly<Record<string, Icon>> = {
  call: IconPhone,
  meeting: IconUsers,
  visit: IconMapPin,
  visitByCustomer: IconBuildingStore,
  task: IconChecklist,
  message: IconMessage,
  note: IconNote,
};

/** Kinds a company added have the sign of a plan. */
export const KindIcon = ({ kind }: { kind: string }) =>
  createElement(icons[kind] ?? IconCalendarEvent, { size: 16, stroke: 1.7, 'aria-hidden': true });
