import type { OptionsFilter } from '@mantine/core';
import { fold } from '#shared/locale/text.ts';
import { filterFolded } from '#web/ui/filter-folded.ts';
import type { Province } from './places.ts';

/** Provinces by their names of today, then by those of before July 2025 and by what people shorten them to. */
export const filterProvinces =
  (provinces: readonly Province[] = []): OptionsFilter =>
  (input) => {
    const wanted = fold(input.search);
    const byName = filterFolded(input);
    const others = provinces.filter(
      ({ formerNames, shortNames }) =>
        formerNames.some((name) => fold(name).includes(wanted)) ||
        shortNames.some((name) => name.startsWith(wanted)),
    );
    const codes = new Set(others.map(({ code }) => code));
    const rest = input.options.filter(
      (option) => 'value' in option && codes.has(option.value) && !byName.includes(option),
    );
    return [...byName, ...rest];
  };
