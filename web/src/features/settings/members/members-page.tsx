import { Button, Tabs, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { compareByGivenName } from '#shared/locale/person-name.ts';
import { fold } from '#shared/locale/text.ts';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { useMembers } from '../people/people-queries.ts';
import { settingsWords } from '../settings.words.ts';
import { InvitePanel } from './invite-panel.tsx';
import { MemberTable } from './member-table.tsx';
import { membersWords } from './members.words.ts';
import { NoMembers } from './no-members.tsx';
import { partOrder as order, parts, type Part } from './parts.ts';
import classes from './members-page.module.css';

export function MembersPage() {
  const t = useWords(membersWords);
  const s = useWords(settingsWords);
  const members = useMembers();
  const [part, setPart] = useState<Part>('working');
  const [text, setText] = useState('');
  const [isInviting, setInviting] = useState(false);
  if (!members) return <PageSkeleton />;
  const wanted = fold(text);
  const found = members
    .filter(({ name, email }) => fold(`${name} ${email}`).includes(wanted))
    .toSorted((a, b) => compareByGivenName(a.name, b.name));
  const shown = found.filter(parts[part]);
  return (
    <>
      <PageHead title={s('members')} text={t('text')}>
        <Button
          leftSection={<IconUserPlus size={16} stroke={1.7} />}
          onClick={() => setInviting(true)}
        >
          {t('invite')}
        </Button>
      </PageHead>
      <div className={classes.bar}>
        <Tabs
          value={part}
          onChange={(value) => setPart(order.find((each) => each === value) ?? 'working')}
          className={classes.tabs ?? ''}
        >
          <Tabs.List>
            {order.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(each)} <span className={classes.count}>{found.filter(parts[each]).length}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <TextInput
          className={classes.find ?? ''}
          leftSection={<IconSearch size={16} stroke={1.7} />}
          placeholder={t('find')}
          aria-label={t('find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {shown.length > 0 ? (
        <MemberTable members={shown} everybody={members} />
      ) : (
        <NoMembers part={part} text={text} onInvite={() => setInviting(true)} />
      )}
      {isInviting && <InvitePanel onClose={() => setInviting(false)} />}
    </>
  );
}
