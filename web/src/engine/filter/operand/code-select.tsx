import { MultiSelect, Select, type OptionsFilter } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fold } from '#shared/locale/text.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { filterFolded } from '../../fields/choices.ts';
import { countriesQuery, provincesQuery } from '../../fields/places.ts';
import { filterWords } from '../filter.words.ts';

interface Props {
  of: 'provinceCode' | 'countryCode';
  label: string;
  value: unknown;
  onChange(value: unknown): void;
  isList?: boolean;
}

/** Found without accents, and by what a province was called before. */
const foundBy =
  (former: ReadonlyMap<string, readonly string[]>): OptionsFilter =>
  (input) => {
    const wanted = fold(input.search);
    const today = filterFolded(input);
    const before = input.options.filter(
      (option) =>
        'value' in option &&
        !today.includes(option) &&
        former.get(option.value)?.some((name) => name.includes(wanted)),
    );
    return [...today, ...before];
  };

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
    filter: foundBy(
      new Map(provinces?.items.map(({ code, formerNames }) => [code, formerNames.map(fold)])),
    ),
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
