import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send as sendTo } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { membersQuery, type Role } from '../people/people-queries.ts';
import { fieldError, useTell } from '../use-tell.ts';
import { membersWords } from './members.words.ts';
import { nameFrom, parsePeople, type Invitee } from './parse-people.ts';
import type { Place } from './role-and-teams.tsx';

export interface Row extends Invitee {
  key: number;
  /** Why this one was not invited. */
  error: unknown;
}

let nextKey = 0;
const rowOf = (person: Invitee): Row => ({ ...person, key: nextKey++, error: undefined });
const emptyRow = () => rowOf({ name: '', email: '' });

/** The list of people being invited; who could be is gone from it after sending, the others say why not. */
export function useInvitations(roles: readonly Role[], onDone: () => void) {
  const t = useWords(membersWords);
  const tell = useTell();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly Row[]>(() => [emptyRow()]);
  const [chosen, setPlace] = useState<Place | null>(null);
  const [isSending, setSending] = useState(false);
  // The narrowest role: what is given by mistake is little.
  const usual = roles.findLast(({ administrator }) => !administrator)?.id ?? '';
  const place = chosen ?? { roleId: usual, teamIds: [] };
  const filled = rows.filter(({ email }) => email.trim() !== '');

  const invite = async (row: Row): Promise<unknown> => {
    const email = row.email.trim();
    const name = row.name.trim() || nameFrom(email);
    try {
      await sendTo('POST', '/api/v1/invitations', { name, email, ...place });
      return undefined;
    } catch (error) {
      return error;
    }
  };
  const send = async () => {
    setSending(true);
    const left: Row[] = [];
    // One after the other: each is a mail, and the server counts how many come at once.
    for (const row of filled) {
      const error = await invite(row);
      if (error !== undefined) left.push({ ...row, error });
    }
    setSending(false);
    await client.invalidateQueries({ queryKey: membersQuery.queryKey });
    const sent = filled.length - left.length;
    if (left.length === 0) {
      notify({ tone: 'ok', text: t('sent', { count: sent }) });
      onDone();
      return;
    }
    setRows(left);
    const plain = left.find(({ error }) => !['email', 'name'].some((at) => fieldError(error, at)));
    if (plain) tell(plain.error);
    else if (sent > 0) notify({ tone: 'warn', text: t('sentSome', { sent, left: left.length }) });
  };

  return {
    rows,
    place,
    setPlace,
    placeError: rows.find(({ error }) => error !== undefined)?.error,
    filled: filled.length,
    isSending,
    send: () => void send(),
    add: () => setRows((before) => [...before, emptyRow()]),
    remove: (key: number) => setRows((before) => before.filter((row) => row.key !== key)),
    change: (key: number, changed: Partial<Row>) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, ...changed } : row))),
    paste: (key: number, text: string): boolean => {
      const people = parsePeople(text);
      if (people.length === 0 || (people.length === 1 && people[0]?.email === text.trim()))
        return false;
      setRows((before) =>
        before.flatMap((row) => (row.key === key ? people.map(rowOf) : row.email ? [row] : [])),
      );
      return true;
    },
  };
}
