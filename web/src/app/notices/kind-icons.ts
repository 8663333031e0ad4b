import {
  IconAlarm,
  IconAt,
  IconChecks,
  IconClockExclamation,
  IconMessageReply,
  IconPencil,
  IconShare,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import type { NotificationEvent } from '#shared/personal.ts';

export const kindIcons: Readonly<Record<NotificationEvent, Icon>> = {
  reminder: IconAlarm,
  forgotten: IconClockExclamation,
  mentioned: IconAt,
  replied: IconMessageReply,
  assigned: IconUserCheck,
  shared: IconShare,
  followed: IconPencil,
  jobDone: IconChecks,
};
