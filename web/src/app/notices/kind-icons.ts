import {
  IconAlarm,
  IconArrowsExchange,
  IconAt,
  IconChecks,
  IconClockExclamation,
  IconHourglassLow,
  IconMessage,
  IconMessageReply,
  IconPencil,
  IconReport,
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
  messaged: IconMessage,
  assigned: IconUserCheck,
  shared: IconShare,
  followed: IconPencil,
  jobDone: IconChecks,
  handedOver: IconArrowsExchange,
  stalledSheet: IconHourglassLow,
  dayReport: IconReport,
};
