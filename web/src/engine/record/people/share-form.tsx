import { Button, Input, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import { useMe } from '../../model.ts';
import { MemberPicker } from '../../fields/member-picker.tsx';
import { RolePicker } from '../../fields/role-picker.tsx';
import { TeamPicker } from '../../fields/team-picker.tsx';
import { peopleWords } from './people.words.ts';
import type { Level, Share } from './use-shares.ts';
import classes from './people.module.css';

type Kind = Share['grantee']['kind'];
const kinds = ['member', 'team', 'role', 'everyone'] as const satisfies Kind[];
const pickers = { member: MemberPicker, team: TeamPicker, role: RolePicker };

/** Somebody, a team, a role or everyone, and what they may do. */
export function ShareForm({ onShare }: { onShare(share: Share): void }) {
  const t = useWords(peopleWords);
  const [kind, setKind] = useState<Kind>('member');
  const [who, setWho] = useState<Reference | null>(null);
  const [level, setLevel] = useState<Level>('read');
  const { workspace } = useMe();
  const Picker = kind === 'everyone' ? undefined : pickers[kind];
  const grantee = kind === 'everyone' ? { id: workspace.id, title: workspace.name } : who;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!grantee) return;
        onShare({ grantee: { kind, ...grantee }, level });
        setWho(null);
      }}
    >
      <SegmentedControl
        aria-label={t('with')}
        value={kind}
        onChange={(next) => {
          setKind(kinds.find((each) => each === next) ?? 'member');
          setWho(null);
        }}
        data={kinds.map((value) => ({ value, label: t(value) }))}
      />
      {Picker ? (
        <Input.Wrapper label={t('with')} id="share-with" className={classes.grow ?? ''}>
          <Picker key={kind} value={who} onChange={setWho} input={{ id: 'share-with' }} />
        </Input.Wrapper>
      ) : (
        <p className={`${classes.hint} ${classes.grow}`}>{t('everyoneHint')}</p>
      )}
      <NativeSelect
        label={t('level')}
        value={level}
        onChange={(event) => setLevel(event.currentTarget.value === 'update' ? 'update' : 'read')}
        data={[
          { value: 'read', label: t('read') },
          { value: 'update', label: t('update') },
        ]}
      />
      <Button type="submit" disabled={!grantee}>
        {t('share')}
      </Button>
    </form>
  );
}
