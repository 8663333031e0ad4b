import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { AskPassword } from './ask-password.tsx';
import { ConfirmCode } from './confirm-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { securityWords } from './security.words.ts';
import { sessionsKey } from './sessions-query.ts';

interface Begun {
  totpUri: string;
  recoveryCodes: string[];
}

/** Password, then the code that proves the app works, then the codes for the day it does not. */
export function TurnOn({ onClose }: { onClose: () => void }) {
  const t = useWords(securityWords);
  const client = useQueryClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [isOn, setOn] = useState(false);
  const confirmed = async () => {
    setOn(true);
    notify({ tone: 'ok', text: t('turnedOn') });
    await client.invalidateQueries({ queryKey: sessionsKey });
  };
  const close = () => {
    // Only now: until the codes are kept the page stays as it is.
    if (isOn) void client.invalidateQueries({ queryKey: meQuery.queryKey });
    onClose();
  };
  return (
    <Dialog title={t(isOn ? 'codesTitle' : 'twoStep')} onClose={close}>
      {!begun && (
        <AskPassword
          action={t('goOn')}
          ask={(password) => send<Begun>('POST', '/api/auth/two-factor/enable', { password })}
          onDone={setBegun}
          onCancel={close}
        />
      )}
      {begun && !isOn && (
        <ConfirmCode uri={begun.totpUri} onDone={() => void confirmed()} onCancel={close} />
      )}
      {begun && isOn && <RecoveryCodes codes={begun.recoveryCodes} onKept={close} />}
    </Dialog>
  );
}
