import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, recordQuery } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';
import { useObject } from '#web/engine/model.ts';
import { useReturnFocus } from '#web/ui/use-return-focus.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { ConvertForm, type Converted } from './convert-form.tsx';
import classes from './convert-lead.module.css';
import { ConvertResult } from './convert-result.tsx';
import { leadWords } from './lead.words.ts';
import type { Suggestions } from './target.ts';

/** One panel: who the lead is already, what will be made, one press, and where it went. */
export function ConvertLead({ leadId, onClose }: { leadId: string; onClose(): void }) {
  useReturnFocus();
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
    <Drawer
      opened
      onClose={onClose}
      size={480}
      title={t(made ? 'doneTitle' : 'title', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.panel ?? '',
        header: classes.head ?? '',
        title: classes.title ?? '',
        body: classes.panelBody ?? '',
      }}
    >
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
        <div className={classes.body}>
          {error ? (
            <Note tone="bad">{error.message || t('offline')}</Note>
          ) : (
            [1, 2, 3].map((each) => <Skeleton key={each} height={96} />)
          )}
        </div>
      )}
    </Drawer>
  );
}
