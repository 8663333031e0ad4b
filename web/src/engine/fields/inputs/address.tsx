import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddressField } from '#shared/fields/address.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { AddressSuggestions } from './address-suggestions.tsx';
import { keepEnter } from '../choices.ts';
import { filterProvinces } from '../filter-provinces.ts';
import type { EditProps, FieldInput } from '../field-input.ts';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import {
  countriesQuery,
  provincesQuery,
  readAddress,
  wardsQuery,
  type ReadAddress,
} from '../places.ts';
import { partOf } from '../read-value.ts';

const home = 'VN';

/** Long enough, and with commas: somebody pasted a whole address into the first box. */
const looksWhole = (text: string): boolean => text.length > 20 && text.split(',').length > 2;

/** Province, then ward, then the street. A whole address that is pasted is read, and offered. */
function AddressEdit(props: EditProps<AddressField>) {
  const { value, onChange } = props;
  const t = useWords(fieldWords);
  const { language } = useLanguage();
  const [read, setRead] = useState<ReadAddress | null>(null);
  const part = (name: string) => partOf(value, name);
  const country = part('countryCode') || home;
  const province = part('provinceCode');
  const { data: provinces } = useQuery(provincesQuery);
  const { data: wards } = useQuery({ ...wardsQuery(province), enabled: province !== '' });
  const { data: countries } = useQuery(countriesQuery);

  const set = (change: Record<string, string>) => {
    const next: Record<string, unknown> = {
      ...(typeof value === 'object' && value !== null ? value : { countryCode: home }),
      ...change,
    };
    for (const [name, each] of Object.entries(next))
      if (each === '' || each === null) delete next[name];
    const isEmpty = Object.keys(next).every((name) => name === 'countryCode');
    onChange(isEmpty && country === home && change['countryCode'] === undefined ? null : next);
  };
  const readPasted = async (text: string) => {
    setRead(looksWhole(text) ? await readAddress(text).catch(() => null) : null);
  };
  const units = (items: { code: string; name: string }[] | undefined) =>
    items?.map(({ code, name }) => ({ value: code, label: name })) ?? [];

  return (
    <div className={classes.stack}>
      <TextInput
        {...inputProps(props)}
        placeholder={t('line')}
        value={part('line1') || part('legacyText')}
        onChange={(event) => set({ line1: event.currentTarget.value, legacyText: '' })}
        onPaste={(event) => void readPasted(event.clipboardData.getData('text'))}
        onBlur={(event) => void readPasted(event.currentTarget.value)}
      />
      {read && (
        <AddressSuggestions
          read={read}
          onUse={(found) => {
            setRead(null);
            onChange({ countryCode: home, ...found });
          }}
        />
      )}
      {country === home && (
        <div className={classes.pair}>
          <Select
            aria-label={t('province')}
            placeholder={t('province')}
            data={units(provinces?.items)}
            value={province || null}
            onChange={(code) => set({ provinceCode: code ?? '', wardCode: '' })}
            searchable
            clearable
            filter={filterProvinces(provinces?.items)}
            onKeyDown={keepEnter}
            disabled={props.disabled === true}
          />
          <Select
            aria-label={t('ward')}
            placeholder={t('ward')}
            data={units(wards?.items)}
            value={part('wardCode') || null}
            onChange={(code) => set({ wardCode: code ?? '' })}
            searchable
            clearable
            onKeyDown={keepEnter}
            disabled={props.disabled === true || province === ''}
          />
        </div>
      )}
      <Select
        aria-label={t('country')}
        data={(countries?.items ?? []).map(({ code, name }) => ({
          value: code,
          label: name[language],
        }))}
        value={country}
        onChange={(code) => set({ countryCode: code ?? home, provinceCode: '', wardCode: '' })}
        searchable
        allowDeselect={false}
        onKeyDown={keepEnter}
        disabled={props.disabled === true}
      />
    </div>
  );
}

export const address: FieldInput<AddressField> = { Edit: AddressEdit };
