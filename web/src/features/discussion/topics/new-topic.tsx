import { Button, Checkbox, Input, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { readLink } from '#shared/record-link.ts';
import { isProblem, type FieldProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { LinkPicker } from '#web/engine/fields/inputs/link-picker.tsx';
import { PickedMany } from '#web/engine/fields/inputs/picked-many.tsx';
import { TeamPicker } from '#web/engine/fields/team-picker.tsx';
import { RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { notify } from '#web/ui/notify.tsx';
import { PanelBody, PanelFoot, SidePanel } from '#web/ui/side-panel.tsx';
import { useWords } from '#web/words/language.tsx';
import { discussionWords } from '../discussion.words.ts';
import { useDraft } from '../talk/use-draft.ts';
import { PollForm, type PollValues } from './poll-form.tsx';

interface Props {
  /** Records it is about from the beginning. */
  about?: readonly Reference[];
  onClose(): void;
  onDone(topic: RecordData): void;
}

/** What it is called, for whom it is, what one says first, and what one asks. */
export function NewTopic({ about = [], onClose, onDone }: Props) {
  const t = useWords(discussionWords);
  const client = useQueryClient();
  const mentions = useMentionable();
  const body_ = useId();
  const [title, setTitle] = useState('');
  const [audience, setAudience] = useState(about.length > 0 ? 'record' : 'company');
  const [team, setTeam] = useState<Reference | null>(null);
  const [links, setLinks] = useState(about);
  const [body, setBody] = useDraft('topic.new');
  const [poll, setPoll] = useState<PollValues>();
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const [isSending, setSending] = useState(false);
  const errorOf = (path: string) => errors.find((each) => each.path === path)?.message;
  const publish = async () => {
    setSending(true);
    try {
      const topic = {
        title,
        audience,
        ...(audience === 'team' && team && { team: team.id }),
        ...(links.length > 0 && { about: links.map(({ id }) => readLink(id)) }),
      };
      const values = { topic, post: { body }, ...(poll && { poll }) };
      const made = await send<RecordData>('POST', address('topics/open'), values, {
        once: crypto.randomUUID(),
      });
      setBody(null);
      await renew(client, 'topics', 'posts');
      onDone(made);
    } catch (error) {
      setErrors(isProblem(error) ? error.errors : []);
      if (!isProblem(error) || error.errors.length === 0)
        notify({ tone: 'bad', text: (isProblem(error) && error.message) || t('failed') });
      setSending(false);
    }
  };
  return (
    <SidePanel title={t('newTopic')} onClose={onClose}>
      <PanelBody>
        <TextInput
          data-autofocus
          label={t('title')}
          required
          value={title}
          error={errorOf('topic.title')}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Select
          label={t('forWhom')}
          allowDeselect={false}
          value={audience}
          onChange={(next) => setAudience(next ?? 'company')}
          data={[
            { value: 'company', label: t('company') },
            { value: 'team', label: t('whichTeam') },
            { value: 'record', label: t('record') },
          ]}
        />
        {audience === 'team' && (
          <Input.Wrapper label={t('whichTeam')} error={errorOf('topic.team')}>
            <TeamPicker value={team} onChange={setTeam} input={{ 'aria-label': t('whichTeam') }} />
          </Input.Wrapper>
        )}
        <Input.Wrapper
          label={t('about')}
          required={audience === 'record'}
          error={errorOf('topic.about')}
        >
          <PickedMany
            items={[...links]}
            onChange={setLinks}
            picker={(chosen, add) => (
              <LinkPicker
                input={{ 'aria-label': t('about') }}
                without={[...chosen]}
                onChoose={add}
              />
            )}
          />
        </Input.Wrapper>
        <Input.Wrapper
          label={t('body')}
          labelElement="div"
          labelProps={{ id: `${body_}-label` }}
          error={errorOf('post.body')}
          required
        >
          <RichTextBox
            id={body_}
            aria-label={t('body')}
            value={body}
            mentions={mentions}
            invalid={errorOf('post.body') !== undefined}
            onChange={setBody}
            onSubmit={() => void publish()}
          />
        </Input.Wrapper>
        <Checkbox
          label={t('withPoll')}
          checked={poll !== undefined}
          onChange={({ currentTarget }) =>
            setPoll(currentTarget.checked ? { question: '', choices: '' } : undefined)
          }
        />
        {poll && <PollForm values={poll} onChange={setPoll} errorOf={errorOf} />}
      </PanelBody>
      <PanelFoot>
        <Button loading={isSending} onClick={() => void publish()}>
          {t('publish')}
        </Button>
      </PanelFoot>
    </SidePanel>
  );
}
