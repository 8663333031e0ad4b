import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { useProblemText, useTell } from '../use-tell.ts';
import { AskArchive } from './ask-archive.tsx';
import { ArchivedFields } from './archived-fields.tsx';
import { FieldPanel } from './field-panel.tsx';
import { putField } from './put-field.ts';
import { kindsQuery, useObjectChange, type FieldSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import { SectionsDesign } from './sections-design.tsx';
import type { Design } from './use-design.ts';

interface Props {
  design: Design;
  /** A new one is being made, in whatever section it falls. */
  isAdding: boolean;
  onAdding(isAdding: boolean): void;
}

type Opened = { field: string } | { section: string | undefined };

const mostFirst = 8;

/** The fields of an object: made, changed, ordered, put away and taken back. */
export function FieldsDesign({ design, isAdding, onAdding }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const tell = useTell();
  const textOf = useProblemText();
  const { data: kinds, error } = useQuery(kindsQuery);
  const { setting, now } = design;
  const [chosenOne, setChosenOne] = useState<Opened | null>(null);
  const opened = chosenOne ?? (isAdding ? { section: undefined } : null);
  const setOpened = (next: Opened | null) => {
    setChosenOne(next);
    if (next === null) onAdding(false);
  };
  const [asked, setAsked] = useState<string | null>(null);
  const archive = useObjectChange<FieldSetting>();
  const restore = useObjectChange<FieldSetting>();
  if (error) return <Note tone="bad">{textOf(error)}</Note>;
  if (!kinds) return <PageSkeleton />;
  const chosen = opened && 'field' in opened ? now.byKey.get(opened.field) : undefined;
  const taken = new Set([
    ...setting.fields.map(({ key }) => key),
    ...now.object.fields.map(({ key }) => key),
  ]);
  const bringBack = (key: string) =>
    restore.mutate(
      { method: 'POST', path: `/${setting.key}/fields/${key}/restore` },
      { onError: tell, onSuccess: () => void design.goOn() },
    );
  const doomed = asked === null ? undefined : now.byKey.get(asked);
  return (
    <>
      <SectionsDesign
        design={design}
        onOpen={(field) => setOpened({ field })}
        onAdd={(section) => setOpened({ section })}
        onArchive={setAsked}
      />
      <ArchivedFields setting={setting} onRestore={bringBack} />
      {opened && (
        <FieldPanel
          key={chosen?.key ?? 'new'}
          field={chosen}
          object={setting}
          kinds={kinds}
          taken={taken}
          places={
            chosen
              ? {
                  list: now.list.includes(chosen.key),
                  quickCreate: now.layout.quickCreate.includes(chosen.key),
                  search: now.search.includes(chosen.key),
                }
              : {
                  // The first fields of an object of one's own are the ones it was made for.
                  list: setting.custom && now.list.length < mostFirst,
                  quickCreate: setting.custom && now.layout.quickCreate.length < mostFirst,
                  search: false,
                }
          }
          onApply={(field, places, another) => {
            const section = 'section' in opened ? opened.section : undefined;
            design.edit((draft) =>
              putField(draft, {
                field,
                places,
                now,
                section,
                role: design.role,
                known: setting.sections,
              }),
            );
            if (!another) setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      )}
      {doomed && (
        <AskArchive
          title={t('archiveFieldTitle', { name: label(doomed.label) })}
          text={t('archiveFieldText')}
          path={setting.path}
          where={{ field: doomed.key, op: 'isNotEmpty' }}
          busy={archive.isPending}
          error={archive.error ? textOf(archive.error) : undefined}
          onClose={() => {
            archive.reset();
            setAsked(null);
          }}
          onYes={() =>
            archive.mutate(
              { method: 'DELETE', path: `/${setting.key}/fields/${doomed.key}` },
              {
                onSuccess: () => {
                  void design.goOn();
                  setAsked(null);
                  notify({
                    tone: 'ok',
                    text: t('archivedField', { name: label(doomed.label) }),
                    action: { label: t('restore'), run: () => bringBack(doomed.key) },
                  });
                },
              },
            )
          }
        />
      )}
    </>
  );
}
