import { Button } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import type { ReadAddress } from '../places.ts';

interface Props {
  read: ReadAddress;
  onUse(found: { line1?: string; wardCode?: string; provinceCode: string }): void;
}

const most = 3;

/** Where a pasted address probably is today: wards were joined, so that one old ward can lie in several. */
export function AddressSuggestions({ read, onUse }: Props) {
  const t = useWords(fieldWords);
  const line = read.line1 === '' ? {} : { line1: read.line1 };
  const places =
    read.candidates.length > 0
      ? read.candidates.map(({ province, ward }) => ({ province, ward }))
      : read.province
        ? [{ province: read.province, ward: undefined }]
        : [];
  if (places.length === 0) return null;
  return (
    <div className={classes.suggestions} role="status">
      {t('recognised')}
      {places.slice(0, most).map(({ province, ward }) => (
        <Button
          key={ward?.code ?? province.code}
          variant="default"
          size="compact-sm"
          className={classes.suggestion ?? ''}
          onClick={() =>
            onUse({
              ...line,
              ...(ward && { wardCode: ward.code }),
              provinceCode: province.code,
            })
          }
        >
          {[read.line1, ward?.fullName, province.name].filter(Boolean).join(', ')}
        </Button>
      ))}
    </div>
  );
}
