import { ActionIcon, Button } from '@mantine/core';
import { IconLinkOff, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#shared/locale/date.ts';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { linksQuery, type PublicLink } from '../documents.queries.ts';
import { documentWords } from '../documents.words.ts';
import classes from './details.module.css';
import { LinkForm } from './link-form.tsx';
import { Section } from './section.tsx';

/** Addresses by which people outside read it. */
export function LinksSection({ id }: { id: string }) {
  const t = useWords(documentWords);
  const client = useQueryClient();
  const { data, isError } = useQuery(linksQuery(id));
  const [isAdding, setAdding] = useState(false);
  const renewLinks = () =>
    client.invalidateQueries({ queryKey: keys.around('documents', id, 'links') });
  // Whoever may not change this very document makes no links of it.
  if (isError) return null;
  const end = async (link: PublicLink) => {
    await send('DELETE', address(`documents/${id}/links/${link.id}`)).catch(() => undefined);
    await renewLinks();
    notify({ tone: 'ok', text: t('linkEnded') });
  };
  const items = data?.items ?? [];
  return (
    <Section
      title={t('links')}
      count={items.length}
      action={
        !isAdding && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={() => setAdding(true)}
          >
            {t('addLink')}
          </Button>
        )
      }
    >
      <p className={classes.meta}>{t('linksHint')}</p>
      {isAdding && (
        <LinkForm id={id} onMade={() => void renewLinks()} onClose={() => setAdding(false)} />
      )}
      <ul className={classes.list}>
        {items.map((link) => (
          <LinkRow key={link.id} link={link} onEnd={() => void end(link)} />
        ))}
      </ul>
    </Section>
  );
}

function LinkRow({ link, onEnd }: { link: PublicLink; onEnd(): void }) {
  const t = useWords(documentWords);
  const { name, hasPassword, expiresAt, visits } = link;
  const [now] = useState(() => Date.now());
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= now;
  const until =
    expiresAt === null
      ? t('endless')
      : isOver
        ? t('expired')
        : t('until', { date: formatDate(expiresAt.slice(0, 10)) });
  return (
    <li className={classes.row}>
      <span className={classes.text}>
        <span>{name ?? t('noName')}</span>
        <span className={classes.meta}>
          {[
            until,
            hasPassword && t('withPassword'),
            visits === 0 ? t('unvisited') : t('visits', { count: visits }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <ActionIcon aria-label={t('endLink', { name: name ?? t('noName') })} onClick={onEnd}>
        <IconLinkOff size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}
