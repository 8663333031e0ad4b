import { Button, Input, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, type FieldProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { PickedMany } from '#web/engine/fields/inputs/picked-many.tsx';
import { MemberPicker } from '#web/engine/fields/member-picker.tsx';
import { TeamPicker } from '#web/engine/fields/team-picker.tsx';
import { notify } from '#web/ui/notify.tsx';
import { PanelBody, PanelFoot, SidePanel } from '#web/ui/side-panel.tsx';
import { useWords } from '#web/words/language.tsx';
import { referenceOf, referencesOf, textOf } from '../read-record.ts';
import { channelWords } from './channels.words.ts';

interface Props {
  /** The one to change; a new one without. */
  channel?: RecordData;
  onClose(): void;
  onDone(id: string): void;
}

/** What a channel is called and who is in it. */
export function ChannelForm({ channel, onClose, onDone }: Props) {
  const t = useWords(channelWords);
  const client = useQueryClient();
  const [name, setName] = useState(textOf(channel?.['name']));
  const [about, setAbout] = useState(textOf(channel?.['about']));
  const [audience, setAudience] = useState(textOf(channel?.['audience']) || 'members');
  const [team, setTeam] = useState<Reference | null>(referenceOf(channel?.['team']) ?? null);
  const [people, setPeople] = useState(referencesOf(channel?.['people']));
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const errorOf = (path: string) => errors.find((each) => each.path === path)?.message;
  const save = async () => {
    const values = {
      name,
      about: about || null,
      audience,
      people: audience === 'members' ? people.map(({ id }) => id) : null,
      ...(audience === 'team' && team && { team: team.id }),
    };
    try {
      const { id } = channel
        ? await send<RecordData>('PATCH', address(`channels/${channel.id}`), values)
        : await send<RecordData>('POST', address('channels'), values, {
            once: crypto.randomUUID(),
          });
      await renew(client, 'channels');
      onDone(id);
    } catch (error) {
      setErrors(isProblem(error) ? error.errors : []);
      if (!isProblem(error) || error.errors.length === 0)
        notify({ tone: 'bad', text: (isProblem(error) && error.message) || t('failed') });
    }
  };
  return (
    <SidePanel title={t(channel ? 'change' : 'newChannel')} onClose={onClose}>
      <PanelBody>
        <TextInput
          data-autofocus
          required
          label={t('name')}
          value={name}
          error={errorOf('name')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Select
          label={t('forWhom')}
          allowDeselect={false}
          value={audience}
          onChange={(next) => setAudience(next ?? 'members')}
          data={(['members', 'team', 'company'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        {audience === 'team' && (
          <Input.Wrapper label={t('whichTeam')} error={errorOf('team')}>
            <TeamPicker value={team} onChange={setTeam} input={{ 'aria-label': t('whichTeam') }} />
          </Input.Wrapper>
        )}
        {audience === 'members' && (
          <Input.Wrapper label={t('people')} error={errorOf('people')}>
            <PickedMany
              items={people}
              onChange={(next) => setPeople([...next])}
              picker={(chosen, add) => (
                <MemberPicker
                  value={null}
                  without={chosen}
                  input={{ 'aria-label': t('people') }}
                  onChange={(member) => {
                    if (member) add(member);
                  }}
                />
              )}
            />
          </Input.Wrapper>
        )}
        <TextInput
          label={t('about')}
          value={about}
          error={errorOf('about')}
          onChange={({ currentTarget }) => setAbout(currentTarget.value)}
        />
      </PanelBody>
      <PanelFoot>
        <Button onClick={() => void save()}>{t(channel ? 'save' : 'create')}</Button>
      </PanelFoot>
    </SidePanel>
  );
}
