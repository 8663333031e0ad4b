import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { useModel } from '#web/engine/model.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { PanelBody, PanelFoot } from '#web/ui/side-panel.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Carried } from './carried.tsx';
import classes from './convert-lead.module.css';
import { ConvertProblem } from './convert-problem.tsx';
import { leadWords } from './lead.words.ts';
import { asTarget, firstChoice, type Suggestions } from './target.ts';
import { TargetChoice } from './target-choice.tsx';

export interface Converted {
  lead: RecordData;
  account: RecordData | null;
  contact: RecordData | null;
}

interface Props {
  object: ScreenObject;
  lead: RecordData;
  found: Suggestions;
  onDone(made: Converted): void;
  onClose(): void;
}

export function ConvertForm({ object, lead, found, onDone, onClose }: Props) {
  const t = useWords(leadWords);
  const { language } = useLanguage();
  const { byKey } = useModel();
  const client = useQueryClient();
  const accounts = byKey.get('account');
  const contacts = byKey.get('contact');
  const person = nameOf(lead['name']);
  const company = nameOf(lead['company']);
  const canMakeAccount = accounts?.rights.create === true && (company || person) !== '';
  const canMakeContact = contacts?.rights.create === true && person !== '';
  const [account, setAccount] = useState(() => firstChoice(found.accounts, canMakeAccount));
  // A private customer holds the person; beside a company there is somebody to talk to.
  const [contact, setContact] = useState(() =>
    firstChoice(found.contacts, canMakeContact && company !== ''),
  );
  // The same press sent twice, because an answer was lost, is done once.
  const [once, setOnce] = useState(() => crypto.randomUUID());
  const choose =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      set(next);
      setOnce(crypto.randomUUID());
    };
  const targets = { account: asTarget(account), contact: asTarget(contact) };
  const isOpen = targets.account === undefined || targets.contact === undefined;
  const isNothing = targets.account === null && targets.contact === null;
  const paths = [object, accounts, contacts].flatMap((each) => each?.path ?? []);
  const convert = useMutation({
    mutationFn: () =>
      send<Converted>(
        'POST',
        address(`${object.path}/${lead.id}/convert`),
        { ...targets, version: lead.version },
        { once },
      ),
    onSuccess: (made) => {
      void renew(client, ...paths);
      onDone(made);
    },
    onError: (error) => {
      // Somebody else changed or converted it: look again before pressing again.
      if (isProblem(error, 'stale') || isProblem(error, 'conflict'))
        void renew(client, object.path);
      setOnce(crypto.randomUUID());
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOpen && !isNothing) convert.mutate();
      }}
    >
      <PanelBody>
        <p className={classes.text}>{t('text')}</p>
        {convert.error && <ConvertProblem error={convert.error} />}
        {accounts && (
          <TargetChoice
            object={accounts}
            make={canMakeAccount ? t('makeAccount', { name: company || person }) : undefined}
            matches={found.accounts}
            value={account}
            onChange={choose(setAccount)}
          />
        )}
        {contacts && (
          <TargetChoice
            object={contacts}
            make={canMakeContact ? t('makeContact', { name: person }) : undefined}
            matches={found.contacts}
            value={contact}
            onChange={choose(setContact)}
          />
        )}
        <Carried object={object} lead={lead} />
      </PanelBody>
      <PanelFoot hint={isNothing ? t('chooseOne') : undefined} onCancel={onClose}>
        <Button type="submit" loading={convert.isPending} disabled={isOpen || isNothing}>
          {t('convert')}
        </Button>
      </PanelFoot>
    </form>
  );

  function nameOf(value: unknown): string {
    if (typeof value === 'string') return value;
    return value === null || value === undefined
      ? ''
      : titleOf({ ...object, title: 'name' }, lead, language);
  }
}
