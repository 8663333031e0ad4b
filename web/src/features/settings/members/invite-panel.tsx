import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { Note } from '#web/ui/note.tsx';
import { PanelBody, PanelFoot, SidePanel, widePanel } from '#web/ui/side-panel.tsx';
import { useWords } from '#web/words/language.tsx';
import { useRoles } from '../people/people-queries.ts';
import { InviteRow } from './invite-row.tsx';
import { membersWords } from './members.words.ts';
import { RoleAndTeams } from './role-and-teams.tsx';
import { useInvitations } from './use-invitations.ts';
import { useMail } from './use-mail.ts';
import classes from './invite-panel.module.css';

/** Several people at once, with one role and the same teams. */
export function InvitePanel({ onClose }: { onClose: () => void }) {
  const t = useWords(membersWords);
  const roles = useRoles();
  const mail = useMail();
  const invitations = useInvitations(roles ?? [], onClose);
  const { rows, place, filled } = invitations;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invitations.send();
  };
  return (
    <SidePanel onClose={onClose} title={t('inviteTitle')} size={widePanel}>
      <form onSubmit={submit}>
        <PanelBody>
          <p className={classes.text}>{t('inviteText')}</p>
          {mail === 'folder' && <Note tone="warn">{t('outbox')}</Note>}
          {mail === 'link' && <Note tone="info">{t('outboxHere')}</Note>}
          <div className={classes.rows}>
            {rows.map((row, index) => (
              <InviteRow
                key={row.key}
                row={row}
                number={index + 1}
                onChange={(changed) => invitations.change(row.key, changed)}
                onPaste={(text) => invitations.paste(row.key, text)}
                onRemove={rows.length > 1 ? () => invitations.remove(row.key) : undefined}
              />
            ))}
          </div>
          <Button
            className={classes.add ?? ''}
            data-flush
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={invitations.add}
          >
            {t('addRow')}
          </Button>
          <RoleAndTeams
            value={place}
            onChange={invitations.setPlace}
            error={invitations.placeError}
          />
        </PanelBody>
        <PanelFoot onCancel={onClose}>
          <Button type="submit" disabled={filled === 0} loading={invitations.isSending}>
            {filled === 0 ? t('sendNone') : t('send', { count: filled })}
          </Button>
        </PanelFoot>
      </form>
    </SidePanel>
  );
}
