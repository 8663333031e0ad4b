import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconEye,
  IconLink,
  IconLogout,
  IconMail,
  IconMailOff,
  IconPencil,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import type { Member } from '../people/people-queries.ts';
import { beginPreview } from '../preview/preview-store.ts';
import { useTell } from '../use-tell.ts';
import { DeactivateMember } from './deactivate-member.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { membersWords } from './members.words.ts';
import { useMail } from './use-mail.ts';
import { useMemberActions } from './use-member-actions.ts';
import danger from '../danger.module.css';

const icon = { size: 16, stroke: 1.7 } as const;

/** What an administrator can do with a member, by how they are with the company. */
export function MemberMenu({
  member,
  everybody,
  onEdit,
}: {
  member: Member;
  everybody: readonly Member[];
  onEdit: () => void;
}) {
  const t = useWords(membersWords);
  const me = useMe();
  const tell = useTell();
  const actions = useMemberActions(member);
  const [isLeaving, setLeaving] = useState(false);
  const [link, setLink] = useState<string>();
  const mail = useMail();
  const isMe = member.id === me.id;
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('more', { name: member.name })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {member.active && (
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
              {t('edit')}
            </Menu.Item>
          )}
          {member.active && !isMe && (
            <Menu.Item
              leftSection={<IconEye {...icon} />}
              onClick={() => void beginPreview(member.id).catch(tell)}
            >
              {t('preview')}
            </Menu.Item>
          )}
          {member.pending && (
            <>
              {mail === 'link' && (
                <Menu.Item
                  leftSection={<IconLink {...icon} />}
                  onClick={() => void actions.makeLink().then(setLink, tell)}
                >
                  {t('getLink')}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconMail {...icon} />} onClick={actions.inviteAgain}>
                {t('again')}
              </Menu.Item>
              <Menu.Item leftSection={<IconMailOff {...icon} />} onClick={actions.cancel}>
                {t('cancelInvitation')}
              </Menu.Item>
            </>
          )}
          {member.active && !member.pending && !isMe && (
            <Menu.Item leftSection={<IconLogout {...icon} />} onClick={actions.endSessions}>
              {t('endSessions')}
            </Menu.Item>
          )}
          {member.active && !member.pending && !isMe && (
            <Menu.Item
              className={danger.danger ?? ''}
              leftSection={<IconUserOff {...icon} />}
              onClick={() => setLeaving(true)}
            >
              {t('deactivate')}
            </Menu.Item>
          )}
          {!member.active && (
            <Menu.Item leftSection={<IconUserCheck {...icon} />} onClick={actions.reactivate}>
              {t('reactivate')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {link !== undefined && (
        <InvitationLink name={member.name} link={link} onClose={() => setLink(undefined)} />
      )}
      {isLeaving && (
        <DeactivateMember member={member} everybody={everybody} onClose={() => setLeaving(false)} />
      )}
    </>
  );
}
