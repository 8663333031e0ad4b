import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { recordQuery } from '#web/api/queries.ts';
import { RecordMissing } from '#web/engine/record/record-missing.tsx';
import { referenceOf } from './read-record.ts';

interface Props {
  id: string;
  path: string;
  /** The relation to the talk; the record is the talk itself without. */
  relation?: string;
  to: 'topics' | 'channels';
}

/** What a notice or a search found is shown where it was said. */
export function LedTo({ id, path, relation, to }: Props) {
  const { data, isError } = useQuery(recordQuery(path, id));
  if (relation === undefined)
    return <Navigate replace to="/$objects" params={{ objects: to }} search={{ id }} />;
  const talk = referenceOf(data?.[relation])?.id;
  if (isError) return <RecordMissing />;
  if (talk === undefined) return null;
  return (
    <Navigate
      replace
      to="/$objects"
      params={{ objects: to }}
      search={{ id: talk }}
      hash={`said-${id}`}
    />
  );
}
