import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { showPhone } from '../../fields/show-phone.ts';
import { recordWords } from '../record.words.ts';

/** Rings the first number there is. */
export function CallButton({ phone, isPrimary }: { phone: string; isPrimary: boolean }) {
  const t = useWords(recordWords);
  return (
    <Button
      component="a"
      href={`tel:${phone}`}
      variant={isPrimary ? 'filled' : 'default'}
      leftSection={<IconPhone size={16} stroke={1.7} />}
      title={t('callNumber', { number: showPhone(phone) })}
    >
      {t('call')}
    </Button>
  );
}
