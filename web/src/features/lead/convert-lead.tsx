import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { useModel, useObject } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';
import { asTarget, firstChoice, type Choice, type LeadMatch } from './target.ts';
import { TargetChoice } from './target-choice.tsx';

interface Suggestions {
  accounts: LeadMatch[];
  contacts: LeadMatch[];
}

interface Converted {
  account: RecordData | null;
  contact: RecordData | null;
}

interface Props {
  lead: RecordData;
  onClose(): void;
}

/** One panel: who the lead is already, what will be made, one press. */
export function ConvertLead({ lead, onClose }: Props) {
  const t = useWords(leadWords);
  const { language } = useLanguage();
  const object = useObject({ key: 'lead' });
  const path = object?.path ?? 'leads';
  const { data: found, error } = useQuery({
    queryKey: ['records', path, 'one', lead.id, 'matches'],
    queryFn: ({ signal }) => get<Suggestions>(address(`${path}/${lead.id}/matches`), signal),
  });
  const name = object ? titleOf(object, lead, language) : '';
  return (
    <Drawer
      opened
      onClose={onClose}
      size={480}
      title={t('title', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {error && <Note tone="bad">{error.message}</Note>}
      {!found && !error && <Skeleton height={200} aria-label={t('looking')} />}
      {found && <Choices lead={lead} name={name} found={found} path={path} onClose={onClose} />}
    </Drawer>
  );
}

interface ChoicesProps extends Props {
  name: string;
  found: Suggestions;
  path: string;
}

function Choices({ lead, name, found, path, onClose }: ChoicesProps) {
  const t = useWords(leadWords);
  const { language } = useLanguage();
  const { byKey } = useModel();
  const client = useQueryClient();
  const navigate = useNavigate();
  const company = typeof lead['company'] === 'string' ? lead['company'] : '';
  const [account, setAccount] = useState<Choice>(firstChoice(found.accounts));
  const [contact, setContact] = useState<Choice>(firstChoice(found.contacts));
  const convert = useMutation({
    mutationFn: () =>
      send<Converted>('POST', address(`${path}/${lead.id}/convert`), {
        account: asTarget(account),
        contact: asTarget(contact),
        version: lead.version,
      }),
    onSuccess: async (made) => {
      onClose();
      const accounts = byKey.get('account');
      const contacts = byKey.get('contact');
      await renew(client, path, ...[accounts, contacts].flatMap((each) => each?.path ?? []));
      const [target, record] = made.account ? [accounts, made.account] : [contacts, made.contact];
      if (!target || !record) return;
      notify({
        tone: 'ok',
        text: t('done', { title: titleOf(target, record, language) }),
        action: {
          label: t('open'),
          run: () =>
            void navigate({ to: '/$objects/$id', params: { objects: target.path, id: record.id } }),
        },
      });
    },
  });
  const problem = convert.error;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        convert.mutate();
      }}
    >
      <p className={classes.text}>{t('text')}</p>
      {problem && (
        <Note tone="bad">
          {isProblem(problem, 'offline')
            ? t('offline')
            : isProblem(problem)
              ? [problem.message, ...problem.errors.map(({ message }) => message)].join(' ')
              : problem.message}
        </Note>
      )}
      <TargetChoice
        title={t('account')}
        make={t('makeAccount', { name: company || name })}
        matches={found.accounts}
        value={account}
        onChange={setAccount}
      />
      <TargetChoice
        title={t('contact')}
        make={t('makeContact', { name })}
        matches={found.contacts}
        value={contact}
        onChange={setContact}
      />
      <div className={classes.foot}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={convert.isPending}
          disabled={account === 'none' && contact === 'none'}
        >
          {t('convert')}
        </Button>
      </div>
    </form>
  );
}
