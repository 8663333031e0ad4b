import { Button, type ButtonProps } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { showPhone } from '#web/engine/fields/show-phone.ts';
import { useWords } from '#web/words/language.tsx';
import type { CallLine } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import { useStartCall } from '../use-call.ts';

interface Props extends ButtonProps {
  line: CallLine;
}

/** Dials, and lets the clock of the call run. */
export function CallButton({ line, ...looks }: Props) {
  const t = useWords(planWords);
  const start = useStartCall();
  const { phone, title, doNotCall, state } = line;
  if (phone === null || doNotCall) return null;
  return (
    <Button
      component="a"
      href={`tel:${phone}`}
      variant="default"
      size="xs"
      data-act="call"
      aria-label={t('callName', { name: title, phone: showPhone(phone) })}
      title={showPhone(phone)}
      leftSection={<IconPhone size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        // Dialled once more, the clock of the first time goes on.
        if (state !== 'running') void start(line);
      }}
      {...looks}
    >
      <span data-word>{t('call')}</span>
    </Button>
  );
}
