import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '#web/words/language.tsx';
import type { Reference } from '#web/api/records.ts';
import { findWardsQuery } from '../../fields/places.ts';
import { Picker } from '../../fields/picker.tsx';
import { filterWords } from '../filter.words.ts';

interface Props {
  label: string;
  value: Reference | null;
  autoFocus: boolean;
  onChange(value: Reference | null): void;
}

/** A ward by a few letters of its name of today or before; the province beside it tells two of one name apart. */
export function WardPicker({ label, value, autoFocus, onChange }: Props) {
  const t = useWords(filterWords);
  const client = useQueryClient();
  return (
    <Picker
      input={{ 'aria-label': label, autoFocus }}
      value={value}
      onChange={onChange}
      source={['wards']}
      find={async (q) => {
        if (q.trim() === '') return [];
        const found = await client.ensureQueryData(findWardsQuery(q));
        // One ward can be found by several of its former names.
        return [...new Map(found.map((each) => [each.ward.code, each])).values()].map(
          ({ ward, province, was }) => ({
            id: ward.code,
            title: ward.fullName,
            second: was === null ? province.name : t('wasIn', { province: province.name, was }),
          }),
        );
      }}
    />
  );
}
