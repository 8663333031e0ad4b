import { Notifications } from '@mantine/notifications';

/** Where toasts stand. */
export const ToastStack = () => (
  <Notifications position="bottom-right" limit={3} zIndex="var(--z-toast)" />
);
