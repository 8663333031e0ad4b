import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { settingsWords } from '../settings.words.ts';
import { apiKeysQuery } from './api-key.ts';
import { apiKeysWords } from './api-keys.words.ts';
import { KeyTable } from './key-table.tsx';
import { NewKey } from './new-key.tsx';

export function ApiKeysPage() {
  const t = useWords(apiKeysWords);
  const s = useWords(settingsWords);
  const { data: keys } = useQuery(apiKeysQuery);
  const [isAdding, setAdding] = useState(false);
  const [withEnded, setWithEnded] = useState(false);
  if (!keys) return <PageSkeleton />;
  const working = keys.filter(({ revokedAt }) => revokedAt === null);
  const ended = keys.length - working.length;
  const shown = withEnded ? keys : working;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={s('apiKeys')}
        text={
          <>
            {t('text')}{' '}
            <Anchor href="/api/docs" underline="always" inherit>
              {t('docs')}
            </Anchor>
          </>
        }
      >
        {shown.length > 0 && add}
      </PageHead>
      {shown.length > 0 ? (
        <KeyTable keys={shown} />
      ) : (
        <Empty title={t('emptyTitle')} text={t('emptyText')}>
          {add}
        </Empty>
      )}
      {ended > 0 && !withEnded && (
        <div>
          <Button variant="subtle" color="gray" onClick={() => setWithEnded(true)}>
            {t('showEnded', { count: ended })}
          </Button>
        </div>
      )}
      {isAdding && <NewKey onClose={() => setAdding(false)} />}
    </>
  );
}
