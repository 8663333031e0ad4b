import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { NewCodes } from './new-codes.tsx';
import { securityWords } from './security.words.ts';
import { TurnOff } from './turn-off.tsx';
import { TurnOn } from './turn-on.tsx';
import danger from '../danger.module.css';
import classes from './two-step.module.css';

/** The code of an authenticator besides the password. */
export function TwoStep() {
  const t = useWords(securityWords);
  const { twoFactor } = useMe();
  const [doing, setDoing] = useState<'on' | 'off' | 'codes' | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <p className={classes.state}>
        <StatusGlyph tone={twoFactor ? 'ok' : 'idle'} />
        {t(twoFactor ? 'on' : 'off')}
      </p>
      <Group>
        {twoFactor ? (
          <>
            <Button variant="default" onClick={() => setDoing('codes')}>
              {t('newCodes')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              className={danger.danger ?? ''}
              onClick={() => setDoing('off')}
            >
              {t('turnOff')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setDoing('on')}>
            {t('turnOn')}
          </Button>
        )}
      </Group>
      {doing === 'on' && <TurnOn onClose={close} />}
      {doing === 'off' && <TurnOff onClose={close} />}
      {doing === 'codes' && <NewCodes onClose={close} />}
    </>
  );
}
