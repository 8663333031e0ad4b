import { useQueryClient } from '@tanstack/react-query';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { AskPassword } from './ask-password.tsx';
import { securityWords } from './security.words.ts';

export function TurnOff({ onClose }: { onClose: () => void }) {
  const t = useWords(securityWords);
  const client = useQueryClient();
  return (
    <Dialog title={t('twoStep')} onClose={onClose}>
      <AskPassword
        text={t('turnOffText')}
        action={t('turnOff')}
        danger
        ask={(password) => send('POST', '/api/auth/two-factor/disable', { password })}
        onDone={() => {
          notify({ tone: 'ok', text: t('turnedOff') });
          onClose();
          void client.invalidateQueries({ queryKey: meQuery.queryKey });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
