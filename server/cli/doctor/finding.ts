/** What one look at the installation found. */
export interface Finding {
  about: string;
  level: 'ok' | 'warning' | 'problem';
  message: string;
  /** What to do about it. */
  remedy?: string;
}

export const ok = (about: string, message: string): Finding => ({ about, level: 'ok', message });

export const warning = (about: string, message: string, remedy: string): Finding => ({
  about,
  level: 'warning',
  message,
  remedy,
});

export const problem = (about: string, message: string, remedy: string): Finding => ({
  about,
  level: 'problem',
  message,
  remedy,
});
