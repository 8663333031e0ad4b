import { Button, Input, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import { MemberPicker } from '../../fields/member-picker.tsx';
import { TeamPicker } from '../../fields/team-picker.tsx';
import { peopleWords } from './people.words.ts';
import type { Level, Share } from './use-shares.ts';
import classes from './people.module.css';

type Kind = Share['grantee']['kind'];

/** Somebody, or a team, and what they may do. */
export function ShareForm({ onShare }: { onShare(share: Share): void }) {
  const t = useWords(peopleWords);
  const [kind, setKind] = useState<Kind>('member');
  const [who, setWho] = useState<Reference | null>(null);
  const [level, setLevel] = useState<Level>('read');
  const Picker = kind === 'member' ? MemberPicker : TeamPicker;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!who) return;
        onShare({ grantee: { kind, ...who }, level });
        setWho(null);
      }}
    >
      <SegmentedControl
        aria-label={t('with')}
        value={kind}
        onChange={(next) => {
          setKind(next === 'team' ? 'team' : 'member');
          setWho(null);
        }}
        data={[
          { value: 'member', label: t('member') },
          { value: 'team', label: t('team') },
        ]}
      />
      <Input.Wrapper label={t('with')} id="share-with" className={classes.grow ?? ''}>
        <Picker value={who} onChange={setWho} input={{ id: 'share-with' }} />
      </Input.Wrapper>
      <NativeSelect
        label={t('level')}
        value={level}
        onChange={(event) => setLevel(event.currentTarget.value === 'update' ? 'update' : 'read')}
        data={[
          { value: 'read', label: t('read') },
          { value: 'update', label: t('update') },
        ]}
      />
      <Button type="submit" disabled={!who}>
        {t('share')}
      </Button>
    </form>
  );
}
