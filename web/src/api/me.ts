import type { Language } from '#shared/messages/language.ts';
import type {
  DigestChoice,
  NotificationChoice,
  NotificationEvent,
  QuietHours,
} from '#shared/personal.ts';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'normal' | 'compact';

export interface Favourite {
  object: string;
  id?: string;
  view?: string;
  title?: string | null;
}

export interface Me {
  id: string;
  userId: string;
  name: string;
  email: string;
  language: Language;
  /** Null: the workspace's. */
  timeZone: string | null;
  role: { id: string; name: string; administrator: boolean };
  teamIds: string[];
  twoFactor: boolean;
  workspace: {
    id: string;
    key: string;
    name: string;
    language: Language;
    currency: string;
    timeZone: string;
  };
  workspaces: { id: string; key: string; name: string }[];
  theme: Theme;
  density: Density;
  favourites: Favourite[];
  notifications: Record<NotificationEvent, NotificationChoice>;
  digest: DigestChoice;
  quietHours: QuietHours;
  /** Address of the picture, or null. */
  picture: string | null;
  preview: null | {
    by: { id: string; title: string | null };
    role: { id: string; name: string };
  };
}
