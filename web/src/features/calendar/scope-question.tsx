import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import type { CalendarItem } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import { invitationQuery } from './invitation.queries.ts';
import { invitationWords } from './invitation.words.ts';
import type { Scope } from './use-change-times.ts';

interface Props {
  what: 'move' | 'edit' | 'remove';
  item: CalendarItem;
  /** `tell`: who was invited is mailed. */
  onChoose(scope: Scope, tell: boolean): void;
  onClose(): void;
}

const titles = { move: 'scopeMove', edit: 'scopeEdit', remove: 'scopeRemove' } as const;
const scopes = ['this', 'following', 'all'] as const;

/** One of many that come again was changed: which ones are meant. Of what people were invited to: are they told. */
export function ScopeQuestion({ what, item, onChoose, onClose }: Props) {
  const t = useWords(calendarWords);
  const say = useWords(invitationWords);
  const [scope, setScope] = useState<Scope>('this');
  const [tell, setTell] = useState(true);
  const { data } = useQuery(invitationQuery(item.id));
  const told = data?.invitation;
  const isInvited =
    told?.cancelledAt === null && (told.series || (what === 'remove' && scope === 'this'));
  const title = item.recurrence ? t(titles[what]) : t('removeOne', { name: item.subject ?? '' });
  return (
    <Dialog title={title} onClose={onClose} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(scope, isInvited && tell);
        }}
      >
        {item.recurrence && (
          <Radio.Group
            value={scope}
            onChange={(value) => setScope(scopes.find((each) => each === value) ?? 'this')}
            aria-label={title}
          >
            <Stack gap="md" mb="lg">
              {scopes.map((each) => (
                <Radio key={each} value={each} label={t(`scope_${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {isInvited && (
          <Checkbox
            mb="lg"
            label={say('tellInvited')}
            checked={tell}
            onChange={({ currentTarget: { checked } }) => setTell(checked)}
          />
        )}
        <DialogFoot onCancel={onClose}>
          <Button type="submit" color={what === 'remove' ? 'red' : 'thread'} data-autofocus>
            {t(what === 'remove' ? 'remove' : 'apply')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
