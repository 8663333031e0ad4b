/** What a person chooses for themselves in one company; kept with the member, only what differs from the defaults. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const densities = ['normal', 'compact'] as const;
export type Density = (typeof densities)[number];

/** What people are told of. `jobDone`: an import or another long piece of work they asked for has ended. */
export const notificationEvents = [
  'assigned',
  'shared',
  'mentioned',
  'followed',
  'jobDone',
] as const;
export type NotificationEvent = (typeof notificationEvents)[number];

/** Where one is told. */
export interface NotificationChoice {
  app: boolean;
  email: boolean;
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
}

export const defaultPersonal: PersonalSettings = {
  theme: 'system',
  density: 'normal',
  favourites: [],
  notifications: {
    assigned: { app: true, email: true },
    shared: { app: true, email: false },
    mentioned: { app: true, email: true },
    followed: { app: true, email: false },
    jobDone: { app: true, email: false },
  },
};

/** As kept: what is absent is as in `defaultPersonal`. */
export interface KeptPersonal {
  theme?: Theme;
  density?: Density;
  favourites?: readonly Favourite[];
  notifications?: Partial<Record<NotificationEvent, Partial<NotificationChoice>>>;
  /** Id of the picture's file. */
  picture?: string;
}

/** Everything that was chosen, the rest by default; what a later release no longer knows is left out. */
export function fullPersonal(kept: KeptPersonal): PersonalSettings {
  const choiceOf = (event: NotificationEvent): NotificationChoice => ({
    ...defaultPersonal.notifications[event],
    ...kept.notifications?.[event],
  });
  return {
    theme: kept.theme ?? defaultPersonal.theme,
    density: kept.density ?? defaultPersonal.density,
    favourites: kept.favourites ?? defaultPersonal.favourites,
    notifications: {
      assigned: choiceOf('assigned'),
      shared: choiceOf('shared'),
      mentioned: choiceOf('mentioned'),
      followed: choiceOf('followed'),
      jobDone: choiceOf('jobDone'),
    },
  };
}
