import { createContext, use, type ReactNode } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';

export interface OnPage {
  object: ScreenObject;
  record: RecordData;
  title: string;
  /** Only what the list knew has come so far. */
  isPartial: boolean;
  /** Removed or out of sight since it was opened: shown, but nothing can be changed. */
  isGone: boolean;
}

const Opened = createContext<OnPage | null>(null);

export function RecordProvider({ children, value }: { children: ReactNode; value: OnPage }) {
  return <Opened value={value}>{children}</Opened>;
}

/** The record whose page this is. */
export function useOnPage(): OnPage {
  const opened = use(Opened);
  if (!opened) throw new Error('RecordProvider is missing');
  return opened;
}
