import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { filterFolded } from '#web/ui/filter-folded.ts';
import { filterProvinces } from '../../fields/filter-provinces.ts';
import { countriesQuery, provincesQuery } from '../../fields/places.ts';
import { filterWords } from '../filter.words.ts';

interface Props {
  of: 'provinceCode' | 'countryCode';
  label: string;
  value: unknown;
  onChange(value: unknown): void;
  isList?: boolean;
}

/** Provinces or countries, one or several. */
export function CodeSelect({ of, label, value, onChange, isList = false }: Props) {
  const t = useWords(filterWords);
  const { language } = useLanguage();
  const isProvince = of === 'provinceCode';
  const provinces = useQuery({ ...provincesQuery, enabled: isProvince }).data;
  const countries = useQuery({ ...countriesQuery, enabled: !isProvince }).data;
  const data = isProvince
    ? provinces?.items.map(({ code, name }) => ({ value: code, label: name }))
    : countries?.items.map(({ code, name }) => ({ value: code, label: name[language] }));
  const common = {
    'aria-label': label,
    placeholder: t('pick'),
    data: data ?? [],
    searchable: true,
    filter: isProvince ? filterProvinces(provinces?.items) : filterFolded,
    nothingFoundMessage: t('nothingFound'),
  };
  return isList ? (
    <MultiSelect
      {...common}
      hidePickedOptions
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(next) => onChange(next.length > 0 ? next : undefined)}
    />
  ) : (
    <Select
      {...common}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
