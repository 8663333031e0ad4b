import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { AskPassword } from './ask-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { securityWords } from './security.words.ts';

export function NewCodes({ onClose }: { onClose: () => void }) {
  const t = useWords(securityWords);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Dialog title={t('codesTitle')} onClose={onClose}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <AskPassword
          text={t('newCodesText')}
          action={t('newCodes')}
          ask={(password) =>
            send<{ recoveryCodes: string[] }>('POST', '/api/auth/two-factor/recovery-codes', {
              password,
            })
          }
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
