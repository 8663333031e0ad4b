import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useMe } from '#web/engine/model.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useMembers } from '../people/people-queries.ts';
import { stateOf, type ApiKey, type KeyState } from './api-key.ts';
import { apiKeysWords } from './api-keys.words.ts';
import { EndKey } from './end-key.tsx';
import danger from '../danger.module.css';
import classes from './key-table.module.css';

const tones = { active: 'ok', expired: 'warn', ended: 'closed' } as const satisfies Record<
  KeyState,
  Tone
>;

export function KeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const t = useWords(apiKeysWords);
  const { timeZone } = useLanguage();
  const me = useMe();
  const members = useMembers() ?? [];
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const [now] = useState(() => Date.now());
  const at = (instant: string) => formatDateTime(new Date(instant), timeZone);
  // An administrator sees everybody's.
  const withOwner = me.role.administrator;
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {withOwner && <th scope="col">{t('owner')}</th>}
            <th scope="col">{t('scopes')}</th>
            <th scope="col">{t('expires')}</th>
            <th scope="col">{t('used')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">
              <span className="unseen">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const state = stateOf(key, now);
            return (
              <tr key={key.id}>
                <th scope="row">
                  <span className={classes.name}>{key.name}</span>
                  <code className={classes.prefix}>{key.prefix}…</code>
                </th>
                {withOwner && (
                  <td data-label={t('owner')}>
                    {members.find(({ id }) => id === key.memberId)?.name}
                  </td>
                )}
                <td data-label={t('scopes')}>{key.scopes.map((scope) => t(scope)).join(', ')}</td>
                <td data-label={t('expires')}>{key.expiresAt ? at(key.expiresAt) : t('noEnd')}</td>
                <td data-label={t('used')}>{key.lastUsedAt ? at(key.lastUsedAt) : t('never')}</td>
                <td data-label={t('state')}>
                  <span className={classes.state}>
                    <StatusGlyph tone={tones[state]} />
                    {t(state)}
                  </span>
                </td>
                <td className={classes.end}>
                  {state !== 'ended' && (
                    <Button
                      variant="subtle"
                      color="gray"
                      className={danger.danger ?? ''}
                      aria-label={t('endOf', { name: key.name })}
                      onClick={() => setEnding(key)}
                    >
                      {t('end')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ending && <EndKey apiKey={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
