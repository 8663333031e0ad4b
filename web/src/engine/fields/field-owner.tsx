import { createContext, use, type ReactNode } from 'react';

const Owner = createContext<string | undefined>(undefined);

/** Which object the fields inside belong to: some inputs suggest what other records of it have. */
export function FieldOwner({ object, children }: { object: string; children: ReactNode }) {
  return <Owner value={object}>{children}</Owner>;
}

export const useFieldOwner = (): string | undefined => use(Owner);
