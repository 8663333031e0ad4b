import { Button, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import { calendarWords } from './calendar.words.ts';
import type { Scope } from './use-change-times.ts';

interface Props {
  what: 'move' | 'edit' | 'remove';
  onChoose(scope: Scope): void;
  onClose(): void;
}

const titles = { move: 'scopeMove', edit: 'scopeEdit', remove: 'scopeRemove' } as const;
const scopes = ['this', 'following', 'all'] as const;

/** One of many that come again was changed: which ones are meant. */
export function ScopeQuestion({ what, onChoose, onClose }: Props) {
  const t = useWords(calendarWords);
  const [scope, setScope] = useState<Scope>('this');
  return (
    <Dialog title={t(titles[what])} onClose={onClose} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(scope);
        }}
      >
        <Radio.Group
          value={scope}
          onChange={(value) => setScope(scopes.find((each) => each === value) ?? 'this')}
          aria-label={t(titles[what])}
        >
          <Stack gap="md" mb="lg">
            {scopes.map((each) => (
              <Radio key={each} value={each} label={t(`scope_${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <DialogFoot onCancel={onClose}>
          <Button type="submit" color={what === 'remove' ? 'red' : 'thread'} data-autofocus>
            {t('apply')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
