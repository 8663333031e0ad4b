import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, recordQuery } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';
import { useObject } from '#web/engine/model.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { Note } from '#web/ui/note.tsx';
import { PanelBody, SidePanel } from '#web/ui/side-panel.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { ConvertForm, type Converted } from './convert-form.tsx';
import { ConvertResult } from './convert-result.tsx';
import { leadWords } from './lead.words.ts';
import type { Suggestions } from './target.ts';

/** One panel: who the lead is already, what will be made, one press, and where it went. */
export function ConvertLead({ leadId, onClose }: { leadId: string; onClose(): void }) {
  const t = useWords(leadWords);
  const { language } = useLanguage();
  const object = useObject({ key: 'lead' });
  const path = object?.path ?? 'leads';
  const [made, setMade] = useState<Converted | null>(null);
  const lead = useQuery(recordQuery(path, leadId));
  const found = useQuery({
    queryKey: keys.around(path, leadId, 'matches'),
    queryFn: ({ signal }) => get<Suggestions>(address(`${path}/${leadId}/matches`), signal),
    enabled: made === null,
  });
  const error = lead.error ?? found.error;
  const name = object && lead.data ? titleOf(object, lead.data, language) : '';
  return (
    <SidePanel onClose={onClose} title={t(made ? 'doneTitle' : 'title', { name })}>
      {made ? (
        <ConvertResult made={made} onClose={onClose} />
      ) : object && lead.data && found.data ? (
        <ConvertForm
          object={object}
          lead={lead.data}
          found={found.data}
          onDone={setMade}
          onClose={onClose}
        />
      ) : (
        <PanelBody>
          {error ? (
            <Note tone="bad">{error.message || t('offline')}</Note>
          ) : (
            [1, 2, 3].map((each) => <Skeleton key={each} height={96} />)
          )}
        </PanelBody>
      )}
    </SidePanel>
  );
}
