import { useCallback, useState } from 'react';
import { inTab } from '#web/api/kept.ts';
import type { Import } from '../imports.ts';
import { draftOf, type MappingDraft } from './mapping-draft.ts';

export interface Mapping {
  draft: MappingDraft;
  change: (draft: MappingDraft) => void;
  /** What was chosen is sent; nothing is kept here any more. */
  forget: () => void;
}

/** What is chosen on the columns; it outlives a reload and a sign-in. */
export function useMapping(made: Import): Mapping {
  const place = `duyen.import.${made.id}`;
  const file = JSON.stringify(made.plan?.columns.map(({ name }) => name));
  const [kept, setKept] = useState<{ file: string; draft: MappingDraft } | undefined>(() =>
    read(place, file),
  );
  const draft = kept?.file === file ? kept.draft : draftOf(made);
  const change = useCallback(
    (next: MappingDraft) => {
      setKept({ file, draft: next });
      inTab.keep(place, { file, draft: next });
    },
    [place, file],
  );
  const forget = useCallback(() => {
    setKept(undefined);
    inTab.drop(place);
  }, [place]);
  return { draft, change, forget };
}

function read(place: string, file: string): { file: string; draft: MappingDraft } | undefined {
  // Written by `change` only.
  const kept = inTab.read(place) as { file: string; draft: MappingDraft } | undefined;
  return kept?.file === file ? kept : undefined;
}
