import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { everyone } from '#shared/page-layout.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem, type Problem } from '#web/api/problem.ts';
import { dropDraft, keepDraft, readDraft } from '#web/engine/form/draft.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import {
  countDraft,
  dropLayout,
  noDraft,
  rebase,
  requestOf,
  sayOfLayout,
  sayOfObject,
  type Draft,
  type LayoutParts,
  type ObjectSaid,
} from './draft.ts';
import { drafted, keptSections, type Drafted } from './drafted.ts';
import {
  objectsQuery,
  useObjectChange,
  type LayoutSetting,
  type ObjectSetting,
} from './objects-api.ts';
import type { Sections } from './places.ts';

export interface Design {
  setting: ObjectSetting;
  /** With everything that is changed. */
  now: Drafted;
  role: string;
  setRole(role: string): void;
  count: number;
  problem: Problem | null;
  /** Somebody else has saved the object since the draft was begun. */
  isStale: boolean;
  isSaving: boolean;
  edit(change: (draft: Draft) => Draft): void;
  sayOfObject(said: ObjectSaid): void;
  sayOfLayout(parts: LayoutParts): void;
  place(sections: Sections): void;
  dropLayout(): void;
  discard(): void;
  save(): Promise<boolean>;
  /** Lays the changes over what somebody else saved. */
  keepMine(): void;
  /** After something that was done at once, such as putting a field away: the draft goes on from there. */
  goOn(): Promise<void>;
}

/** What is changed of an object and not saved: kept over a reload, sent as one, told when it is out of date. */
export function useDesign(
  setting: ObjectSetting,
  object: ScreenObject,
  layouts: readonly LayoutSetting[],
): Design {
  const { id: member } = useMe();
  const { version } = useModel();
  const client = useQueryClient();
  const name = `duyen.draft.${member}.design.${setting.key}`;
  const [kept, setKept] = useState<Draft | null>(() => readKept(name));
  const [role, setRole] = useState(everyone);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = useObjectChange();
  const draft = kept ?? noDraft(setting.revision);
  const now = useMemo(
    () => drafted({ setting, object, layouts, draft, role }),
    [setting, object, layouts, draft, role],
  );
  const count = countDraft(draft);
  const set = (next: Draft | null) => {
    setKept(next);
    if (next && countDraft(next) > 0) keepDraft(name, { ...next });
    else dropDraft(name);
  };
  const discard = () => {
    setProblem(null);
    set(null);
  };
  const save = async () => {
    setProblem(null);
    const order = now.sections
      .flatMap(({ fields }) => fields)
      .concat(now.layout.hidden)
      .filter((key) => now.byKey.get(key)?.custom === true);
    try {
      const saved = await change.mutateAsync({
        method: 'PUT',
        path: `/${setting.key}/design`,
        body: requestOf({ draft, layouts, order: role === everyone ? order : [] }),
      });
      client.setQueriesData<ObjectSetting[]>({ queryKey: ['settings', 'objects'] }, (before) =>
        before?.map((each) => (each.key === saved.key ? saved : each)),
      );
      set(null);
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      return false;
    }
  };
  return {
    setting,
    now,
    role,
    setRole,
    count,
    problem,
    isStale: count > 0 && draft.revision !== setting.revision,
    isSaving: change.isPending,
    edit: (edited) => set(edited(draft)),
    sayOfObject: (said) => set(sayOfObject(draft, said)),
    sayOfLayout: (parts) => set(sayOfLayout(draft, role, parts)),
    place: (sections) =>
      set(sayOfLayout(draft, role, { sections: keptSections(sections, setting.sections) })),
    dropLayout: () => set(dropLayout(draft, role)),
    discard,
    save,
    keepMine: () => {
      setProblem(null);
      set(rebase(draft, setting.revision, knownIn(setting, object)));
    },
    goOn: async () => {
      if (!kept || kept.revision !== setting.revision) return;
      const items = await client.fetchQuery({ ...objectsQuery(version), staleTime: 0 });
      const next = items.find((each) => each.key === setting.key);
      if (next) set(rebase(kept, next.revision, knownIn(next, object)));
    },
  };
}

const knownIn = ({ fields }: ObjectSetting, object: ScreenObject): Set<string> =>
  new Set([
    ...fields.filter(({ archivedAt }) => archivedAt === null).map(({ key }) => key),
    ...object.fields.filter(({ system }) => system).map(({ key }) => key),
  ]);

function readKept(name: string): Draft | null {
  const values = readDraft(name)?.values;
  // Written above only.
  return values && typeof values['revision'] === 'string' ? (values as unknown as Draft) : null;
}
