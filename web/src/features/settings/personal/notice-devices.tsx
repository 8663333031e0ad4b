import { ActionIcon, Button } from '@mantine/core';
import { IconDeviceMobile, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDate } from '#shared/locale/date.ts';
import { dateInZone } from '#shared/locale/date-time.ts';
import {
  allowHere,
  deviceHere,
  permissionHere,
  pushQuery,
  removeDevice,
  stopHere,
  type PushDevice,
} from '#web/features/notices/device.ts';
import { useMe } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { personalWords } from './personal.words.ts';
import classes from './notifications-page.module.css';

/** Browsers that show notices while Duyên is closed. The browser's own question comes only after a press. */
export function NoticeDevices() {
  const t = useWords(personalWords);
  const { id: me } = useMe();
  const client = useQueryClient();
  const { data } = useQuery(pushQuery);
  const renew = () => client.invalidateQueries({ queryKey: pushQuery.queryKey });
  const allow = useMutation({
    mutationFn: () => allowHere(me, data?.publicKey ?? ''),
    onSettled: renew,
  });
  const leave = useMutation({
    mutationFn: (id: string) => (id === deviceHere(me) ? stopHere(me, id) : removeDevice(id)),
    onSettled: renew,
  });
  const permission = permissionHere();
  const devices = data?.devices ?? [];
  const here = devices.find(({ id }) => id === deviceHere(me));
  return (
    <section className={classes.section} aria-label={t('devices')}>
      <h2 className={classes.heading}>{t('devices')}</h2>
      <p className={classes.text}>{t('devicesText')}</p>
      {permission !== 'open' && <Note tone="info">{t(permission)}</Note>}
      {permission === 'open' && !here && (
        <Button
          variant="default"
          disabled={!data || allow.isPending}
          onClick={() => allow.mutate()}
        >
          {t('allowHere')}
        </Button>
      )}
      {allow.error && <Note tone="bad">{t('allowFailed')}</Note>}
      <ul className={classes.devices}>
        {devices.map((device) => (
          <DeviceLine
            key={device.id}
            device={device}
            isHere={device === here}
            onRemove={() => leave.mutate(device.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  device: PushDevice;
  isHere: boolean;
  onRemove(): void;
}

function DeviceLine({ device, isHere, onRemove }: LineProps) {
  const t = useWords(personalWords);
  const { timeZone } = useLanguage();
  const { name, createdAt } = device;
  const date = formatDate(dateInZone(new Date(createdAt), timeZone));
  return (
    <li className={classes.device}>
      <IconDeviceMobile size={16} stroke={1.7} aria-hidden />
      <span className={classes.deviceName}>
        {name}
        <span className={classes.meta}>
          {[isHere && t('thisDevice'), t('addedOn', { date })].filter(Boolean).join(' · ')}
        </span>
      </span>
      <ActionIcon aria-label={t('removeDevice', { name })} onClick={onRemove}>
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </li>
  );
}
