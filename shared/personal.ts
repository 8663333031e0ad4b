import type { WeekHours } from './calendar/working-hours.ts';

/** What a person chooses for themselves in one company; kept with the member, only what differs from the defaults. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const densities = ['normal', 'compact'] as const;
export type Density = (typeof densities)[number];

/** What people are told of. `jobDone`: an import or another long piece of work they asked for has ended. */
export const notificationEvents = [
  'reminder',
  'forgotten',
  'mentioned',
  'replied',
  'messaged',
  'assigned',
  'shared',
  'followed',
  'jobDone',
  'handedOver',
  'stalledSheet',
  'dayReport',
] as const;
export type NotificationEvent = (typeof notificationEvents)[number];

/** Where one is told. */
export interface NotificationChoice {
  /** The bell counts it; without this it is only listed. */
  app: boolean;
  /** Every device on which the person allowed it. */
  push: boolean;
  email: boolean;
}

/** A mail in the morning with the plan of the day. */
export interface DigestChoice {
  on: boolean;
  /** `HH:MM`, where the person is. */
  at: string;
}

/** Hours in which no mail and no push comes, but later; `HH:MM`, where the person is. May go past midnight. */
export interface QuietHours {
  on: boolean;
  from: string;
  to: string;
}

/** A list, a record of it (`id`) or a view of it (`view`: key of a built-in one, id of a saved one). */
export interface Favourite {
  object: string;
  id?: string;
  view?: string;
}

export const mostFavourites = 50;

export interface PersonalSettings {
  theme: Theme;
  density: Density;
  favourites: readonly Favourite[];
  notifications: Readonly<Record<NotificationEvent, NotificationChoice>>;
  digest: DigestChoice;
  quietHours: QuietHours;
}

export const defaultPersonal: PersonalSettings = {
  theme: 'system',
  density: 'normal',
  favourites: [],
  notifications: {
    reminder: { app: true, push: true, email: false },
    forgotten: { app: true, push: false, email: false },
    mentioned: { app: true, push: true, email: true },
    replied: { app: true, push: true, email: false },
    messaged: { app: true, push: true, email: false },
    assigned: { app: true, push: true, email: true },
    shared: { app: true, push: false, email: false },
    followed: { app: true, push: false, email: false },
    jobDone: { app: true, push: false, email: false },
    handedOver: { app: true, push: false, email: true },
    stalledSheet: { app: true, push: false, email: true },
    dayReport: { app: true, push: false, email: false },
  },
  digest: { on: false, at: '07:30' },
  quietHours: { on: false, from: '21:00', to: '07:00' },
};

/** As kept: what is absent is as in `defaultPersonal`. */
export interface KeptPersonal {
  theme?: Theme;
  density?: Density;
  favourites?: readonly Favourite[];
  notifications?: Partial<Record<NotificationEvent, Partial<NotificationChoice>>>;
  digest?: DigestChoice;
  quietHours?: QuietHours;
  /** Where they differ from those of the company. */
  workingHours?: WeekHours;
  /** Whom the call plan of that day offers no more. */
  skippedCalls?: { day: string; ids: readonly string[] };
  /** Id of the picture's file. */
  picture?: string;
}

/** Everything that was chosen, the rest by default; what a later release no longer knows is left out. */
export function fullPersonal(kept: KeptPersonal): PersonalSettings {
  return {
    theme: kept.theme ?? defaultPersonal.theme,
    density: kept.density ?? defaultPersonal.density,
    favourites: kept.favourites ?? defaultPersonal.favourites,
    notifications: mapEvents((event) => choiceOf(kept, event)),
    digest: kept.digest ?? defaultPersonal.digest,
    quietHours: kept.quietHours ?? defaultPersonal.quietHours,
  };
}

/** Where the person wants to be told of it. */
export const choiceOf = (kept: KeptPersonal, event: NotificationEvent): NotificationChoice => ({
  ...defaultPersonal.notifications[event],
  ...kept.notifications?.[event],
});

/** One value for each event. */
export function mapEvents<T>(make: (event: NotificationEvent) => T): Record<NotificationEvent, T> {
  const entries = notificationEvents.map((event) => [event, make(event)]);
  // Every key is there, which the type of an object made of pairs does not say.
  return Object.fromEntries(entries) as Record<NotificationEvent, T>;
}
