import { Button, Checkbox, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys, renew } from '#web/api/queries.ts';
import { address, get, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { discussionWords } from '../discussion.words.ts';
import classes from './polls.module.css';

interface Poll {
  id: string;
  question: string;
  several: boolean;
  anonymous: boolean;
  closesAt: string | null;
  open: boolean;
  voters: number;
  mine: string[] | null;
  choices: { text: string; votes: number | null; names: string[] }[];
}

/** What a topic asks those who read it. */
export function Polls({ topic }: { topic: string }) {
  const { data } = useQuery({
    queryKey: [...keys.records('polls'), 'of', topic],
    queryFn: ({ signal }) => get<{ items: Poll[] }>(address(`topics/${topic}/polls`), signal),
  });
  return data?.items.map((poll) => <PollCard key={poll.id} poll={poll} />);
}

function PollCard({ poll }: { poll: Poll }) {
  const t = useWords(discussionWords);
  const me = useMe();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(poll.mine ?? []);
  const [isAgain, setAgain] = useState(false);
  const isAnswered = poll.mine !== null && !isAgain;
  const isAsking = poll.open && !isAnswered;
  const vote = async () => {
    try {
      await send('PUT', address(`polls/${poll.id}/vote`), { choices: chosen });
      setAgain(false);
    } catch (error) {
      notify({ tone: 'bad', text: (isProblem(error) && error.message) || t('failed') });
    }
    await renew(client, 'polls');
  };
  const toggle = (text: string, isOn: boolean) => {
    if (!poll.several) setChosen([text]);
    else setChosen(isOn ? [...chosen, text] : chosen.filter((each) => each !== text));
  };
  const until =
    poll.closesAt && formatDateTime(new Date(poll.closesAt), me.timeZone ?? me.workspace.timeZone);
  const facts = [
    isAsking && t(poll.several ? 'several' : 'single'),
    poll.voters === 0 ? t('noVoters') : t('voters', { count: poll.voters }),
    poll.anonymous && t('secret'),
    poll.open ? until && t('until', { time: until }) : t('ended'),
  ].filter(Boolean);
  return (
    <fieldset className={classes.poll}>
      <legend className="unseen">
        {t('poll')}: {poll.question}
      </legend>
      <p className={classes.question}>{poll.question}</p>
      {poll.choices.map(({ text, votes, names }) =>
        isAsking ? (
          <Answer
            key={text}
            text={text}
            isMany={poll.several}
            isOn={chosen.includes(text)}
            group={poll.id}
            onChange={(isOn) => toggle(text, isOn)}
          />
        ) : (
          <div
            key={text}
            className={classes.result}
            data-mine={poll.mine?.includes(text) || undefined}
            title={names.join(', ')}
          >
            <div
              className={classes.bar}
              style={{ width: `${((votes ?? 0) / Math.max(1, poll.voters)) * 100}%` }}
            />
            <span className={classes.choice}>
              {text}
              {poll.mine?.includes(text) && <em>{t('yours')}</em>}
            </span>
            {names.length > 0 && <span className={classes.names}>{names.join(', ')}</span>}
            <span className={classes.votes}>{t('votes', { count: votes ?? 0 })}</span>
          </div>
        ),
      )}
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {isAsking && (
        <Button disabled={chosen.length === 0} onClick={() => void vote()}>
          {t('vote')}
        </Button>
      )}
      {poll.open && isAnswered && !poll.anonymous && (
        <Button variant="subtle" onClick={() => setAgain(true)}>
          {t('voteAgain')}
        </Button>
      )}
      {poll.open && isAnswered && poll.anonymous && <p className={classes.facts}>{t('given')}</p>}
    </fieldset>
  );
}

interface AnswerProps {
  text: string;
  isMany: boolean;
  isOn: boolean;
  group: string;
  onChange(isOn: boolean): void;
}

function Answer({ text, isMany, isOn, group, onChange }: AnswerProps) {
  const Box = isMany ? Checkbox : Radio;
  return (
    <Box
      label={text}
      name={group}
      checked={isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
