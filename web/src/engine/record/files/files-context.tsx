import { createContext, use, type ReactNode } from 'react';
import { useUploads, type Uploads } from './use-uploads.ts';

const Sent = createContext<Uploads | null>(null);

/** Uploads go on while other parts of the page are looked at. */
export function FilesProvider({ children }: { children: ReactNode }) {
  return <Sent value={useUploads()}>{children}</Sent>;
}

export function useSentFiles(): Uploads {
  const sent = use(Sent);
  if (!sent) throw new Error('FilesProvider is missing');
  return sent;
}
