import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { noticeTitle, sayNotice } from '#shared/messages/say-notice.ts';
import type { Notice } from '#shared/notices.ts';
import { teamsQuery } from '#web/api/people.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useLanguage } from '#web/words/language.tsx';

/** Says notices in the language of the screen. */
export function useSpeaker() {
  const { language, timeZone } = useLanguage();
  const { byKey } = useModel();
  const label = useLabel();
  const teams = useQuery({ ...teamsQuery, staleTime: Number.POSITIVE_INFINITY }).data?.items;
  return useCallback(
    (notice: Notice) => ({
      title: noticeTitle(notice, language),
      sentence: sayNotice(notice, {
        language,
        timeZone,
        objectsOf: (key) => {
          const object = byKey.get(key);
          return object && label(object.pluralLabel);
        },
        fieldOf: (key, field) => {
          const found = byKey.get(key)?.field.get(field);
          return found && label(found.label);
        },
        teamOf: (id) => teams?.find((team) => team.id === id)?.name,
      }),
    }),
    [language, timeZone, byKey, label, teams],
  );
}
