import {
  IconBuildingStore,
  IconCalendarEvent,
  IconChecklist,
  IconMapPin,
  IconMessageCircle,
  IconNote,
  IconPhone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export const kindIcons: Readonly<Record<string, Icon>> = {
  call: IconPhone,
  meeting: IconUsers,
  visit: IconMapPin,
  visitByCustomer: IconBuildingStore,
  task: IconChecklist,
  message: IconMessageCircle,
  note: IconNote,
};

/** Kinds that a company added have the sign of a plan. */
export const otherKind = IconCalendarEvent;
