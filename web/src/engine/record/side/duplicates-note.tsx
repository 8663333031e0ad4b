import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import type { GroupMember } from '../../duplicates/duplicates.ts';
import { useReasons } from '../../duplicates/reason-words.ts';
import { useOnPage } from '../record-context.tsx';
import { MergeTwo } from './merge-two.tsx';
import { sideWords } from './side.words.ts';
import classes from './side.module.css';

const most = 3;

/** Records that are probably the same as this one, with the way to make them one. */
export function DuplicatesNote() {
  const t = useWords(sideWords);
  const { object, record, isPartial, isGone } = useOnPage();
  const reasons = useReasons(object);
  const [other, setOther] = useState<string | null>(null);
  const told = object.duplicates.flatMap(({ field }) => {
    const value = record[field];
    return value === null || value === undefined ? [] : [[field, value] as const];
  });
  const { data } = useQuery({
    queryKey: [...keys.around(object.path, record.id, 'matches'), told],
    queryFn: ({ signal }) =>
      send<{ items: GroupMember[] }>(
        'POST',
        address(`${object.path}/matches`),
        { values: Object.fromEntries(told), excludeId: record.id, limit: most },
        { signal },
      ),
    enabled: told.length > 0 && !isPartial && !isGone,
    staleTime: 60_000,
  });
  const matches = data?.items ?? [];
  if (matches.length === 0 || isGone) return null;
  const canMerge = object.rights.update !== 'none' && object.rights.delete !== 'none';
  return (
    <section className={classes.section} aria-label={t('duplicates')}>
      <h2 className={classes.heading}>
        <StatusGlyph tone="warn" />
        {t('duplicates')}
        <span className={classes.count}>{matches.length}</span>
      </h2>
      {matches.map((match) => (
        <div key={match.id} className={classes.match}>
          <span className={classes.matchText}>
            <Link
              className={classes.name}
              to="/$objects/$id"
              params={{ objects: object.path, id: match.id }}
            >
              {match.title}
            </Link>
            <span className={classes.meta}>{reasons(match.reasons)}</span>
          </span>
          {canMerge && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('mergeWith', { title: match.title })}
              onClick={() => setOther(match.id)}
            >
              {t('merge')}
            </Button>
          )}
        </div>
      ))}
      {other !== null && <MergeTwo other={other} onClose={() => setOther(null)} />}
    </section>
  );
}
