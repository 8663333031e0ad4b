import { Button, Radio, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { teamsQuery } from '#web/api/people.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useMe } from '../../model.ts';
import type { ListControl } from '../list-state.ts';
import { contentOf, type Audience, type SavedView } from './saved-view.ts';
import { useSaveView } from './use-save-view.ts';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

interface Props {
  object: ScreenObject;
  control: ListControl;
  /** The view to change; without one, a new one is made of the list as it is. */
  view: SavedView | undefined;
  onClose(): void;
}

export function ViewDialog({ object, control, view, onClose }: Props) {
  const t = useWords(viewWords);
  const label = useLabel();
  const { create, update } = useSaveView(object.key);
  const [name, setName] = useState(view ? label(view.name) : '');
  const [audience, setAudience] = useState<Audience>(view?.audience ?? 'mine');
  const [teamId, setTeamId] = useState<string | null>(view?.teamId ?? null);
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    if (name.trim() === '') return setError(t('needsName'));
    setIsBusy(true);
    const team = audience === 'team' && teamId !== null ? { teamId } : {};
    try {
      const made = view
        ? await update(view, { name, audience, ...team })
        : await create({ name, audience, ...team, definition: contentOf(control.state) });
      onClose();
      return view ? undefined : control.open(made.id);
    } catch (failure) {
      setIsBusy(false);
      if (!isProblem(failure)) throw failure;
      return setError(failure.errors[0]?.message ?? failure.message);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      onClose={onClose}
      title={view ? t('editTitle', { name: label(view.name) }) : t('newTitle')}
    >
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('name')}
          placeholder={t('nameHint')}
          maxLength={100}
          value={name}
          error={error}
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <Audiences audience={audience} onChange={setAudience} teamId={teamId} onTeam={setTeamId} />
        <DialogFoot onCancel={onClose}>
          <Button type="submit" disabled={isBusy}>
            {t('save')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

interface AudienceProps {
  audience: Audience;
  onChange(audience: Audience): void;
  teamId: string | null;
  onTeam(id: string | null): void;
}

function Audiences({ audience, onChange, teamId, onTeam }: AudienceProps) {
  const t = useWords(viewWords);
  const { role, teamIds } = useMe();
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const mine = role.administrator ? teams : teams.filter(({ id }) => teamIds.includes(id));
  const first = teamIds[0] ?? mine[0]?.id ?? null;
  return (
    <>
      <Radio.Group
        label={t('audience')}
        value={audience}
        onChange={(value) => {
          // The values are those of the radios below.
          onChange(value as Audience);
          if (value === 'team') onTeam(teamId ?? first);
        }}
      >
        <div className={classes.audiences}>
          <Radio value="mine" label={t('mine')} />
          <Radio
            value="team"
            label={t('team')}
            disabled={mine.length === 0}
            description={mine.length === 0 ? t('teamWhy') : undefined}
          />
          <Radio
            value="everyone"
            label={t('everyone')}
            disabled={!role.administrator}
            description={role.administrator ? undefined : t('everyoneWhy')}
          />
        </div>
      </Radio.Group>
      {audience === 'team' && mine.length > 1 && (
        <Select
          label={t('chooseTeam')}
          data={mine.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId ?? first}
          onChange={onTeam}
          allowDeselect={false}
        />
      )}
    </>
  );
}
