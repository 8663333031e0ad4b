/** A full or forbidden storage hinders nobody: what cannot be kept is not kept, and what cannot be read is not there. */
const keptIn = (storage: () => Storage) => ({
  /** Undefined where nothing is kept by this name, or something else than what `keep` writes. */
  read(name: string): unknown {
    try {
      return JSON.parse(storage().getItem(name) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  /** Whether it is kept. */
  keep(name: string, value: unknown): boolean {
    try {
      storage().setItem(name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  drop(name: string): void {
    try {
      storage().removeItem(name);
    } catch {
      // Then nothing was kept either.
    }
  },
});

/** Stays on this device until it is dropped, for all tabs. */
export const onDevice = keptIn(() => localStorage);
/** Stays through reloads and a sign-in, for this tab alone. */
export const inTab = keptIn(() => sessionStorage);
