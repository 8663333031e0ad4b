import { Button, NumberInput, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { watchedPotentials, watchedStages, type StalledSettings } from '#shared/stalled.ts';
import { address, send } from '#web/api/request.ts';
import { useObject } from '#web/engine/model.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { stageName } from './outcome-view.tsx';
import classes from './stalled.module.css';
import { settingsQuery } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';

/** When customers count as left behind, for an administrator to say. */
export function AllowedDialog({ onClose }: { onClose(): void }) {
  const t = useWords(stalledWords);
  const { data, error } = useQuery(settingsQuery);
  return (
    <Dialog title={t('allowed')} size="lg" onClose={onClose}>
      {error && <Note tone="bad">{error.message || t('offline')}</Note>}
      {data ? <Form known={data} onClose={onClose} /> : !error && <Skeleton height={280} />}
    </Dialog>
  );
}

function Form({ known, onClose }: { known: StalledSettings; onClose(): void }) {
  const t = useWords(stalledWords);
  const label = useLabel();
  const { language } = useLanguage();
  const object = useObject({ key: 'account' });
  const client = useQueryClient();
  const [settings, setSettings] = useState(known);
  const save = useMutation({
    mutationFn: () => send('PUT', address('stalled/settings'), settings),
    onSuccess: () => {
      client.setQueryData(settingsQuery.queryKey, settings);
      notify({ tone: 'ok', text: t('saved') });
      onClose();
    },
  });
  const potentialOf = (key: string) =>
    key === 'none' ? t('unrated') : stageName(object, key, label, 'potential');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className={classes.quiet}>{t('allowedText')}</p>
      <div className={classes.wide}>
        <table className={classes.allowed}>
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              {watchedPotentials.map((potential) => (
                <th key={potential} scope="col">
                  {potentialOf(potential)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {watchedStages.map((stage) => (
              <tr key={stage}>
                <th scope="row">{stageName(object, stage, label)}</th>
                {watchedPotentials.map((potential) => (
                  <td key={potential}>
                    <NumberInput
                      aria-label={`${stageName(object, stage, label)}, ${potentialOf(potential)}`}
                      min={0}
                      max={3650}
                      hideControls
                      allowDecimal={false}
                      value={settings.days[stage][potential]}
                      onChange={(days) =>
                        setSettings({
                          ...settings,
                          days: {
                            ...settings.days,
                            [stage]: { ...settings.days[stage], [potential]: Number(days) },
                          },
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.pair}>
        <NumberInput
          label={t('unanswered')}
          min={0}
          max={100}
          allowDecimal={false}
          value={settings.unansweredCalls}
          onChange={(value) => setSettings({ ...settings, unansweredCalls: Number(value) })}
        />
        <NumberInput
          label={t('overload')}
          min={0}
          max={100}
          step={0.1}
          decimalScale={1}
          decimalSeparator={language === 'vi' ? ',' : '.'}
          allowedDecimalSeparators={['.', ',']}
          value={settings.overload}
          onChange={(value) => setSettings({ ...settings, overload: Number(value) })}
        />
      </div>
      {save.error && <Note tone="bad">{save.error.message || t('offline')}</Note>}
      <DialogFoot onCancel={onClose}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </DialogFoot>
    </form>
  );
}
