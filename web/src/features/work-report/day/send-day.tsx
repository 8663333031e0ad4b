import { Button, SegmentedControl, Skeleton, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#shared/locale/date.ts';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../report.module.css';
import { DayLines } from './day-lines.tsx';
import { dayKinds, draftQuery, type DayDraft, type DayKind } from './day.queries.ts';
import { dayWords } from './day.words.ts';

/** One press: the plan in the morning, the report in the evening. */
export function SendDay() {
  const t = useWords(dayWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSend size={16} stroke={1.7} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('send')}
      </Button>
      {isOpen && <SendDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const noonHour = 12;

function SendDialog({ onClose }: { onClose(): void }) {
  const t = useWords(dayWords);
  const { timeZone } = useLanguage();
  const [day] = useState(() => dateInZone(new Date(), timeZone));
  const [kind, setKind] = useState<DayKind>(() =>
    new Date().getHours() < noonHour ? 'plan' : 'report',
  );
  const { data, error } = useQuery(draftQuery(day, kind));
  return (
    <Dialog title={t('title', { day: formatDate(day) })} size="lg" onClose={onClose}>
      <div className={classes.form}>
        <SegmentedControl
          aria-label={t('what')}
          data={dayKinds.map((value) => ({ value, label: t(value) }))}
          value={kind}
          onChange={(value) => setKind(dayKinds.find((each) => each === value) ?? 'report')}
        />
        {error && <Note tone="bad">{t('failed', { reason: error.message || t('offline') })}</Note>}
        {!data && !error && <Skeleton height={160} />}
        {data && <Draft key={kind} day={day} kind={kind} draft={data} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

interface DraftProps {
  day: string;
  kind: DayKind;
  draft: DayDraft;
  onClose(): void;
}

function Draft({ day, kind, draft: { lines, leader, sent }, onClose }: DraftProps) {
  const t = useWords(dayWords);
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const said = sent?.['sentence'];
  const [sentence, setSentence] = useState(typeof said === 'string' ? said : '');
  const post = useMutation({
    mutationFn: () =>
      send('POST', address('day-report'), { day, kind, sentence: sentence.trim() || null }),
    onSuccess: () => {
      notify({ tone: 'ok', text: t('sent', { what: t(kind).toLowerCase() }) });
      void renew(client, 'day-reports', 'activities');
      onClose();
    },
  });
  const sentAt = sent?.['sentAt'];
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        post.mutate();
      }}
    >
      <p className={classes.quiet}>
        {leader ? t('to', { name: leader.title ?? '' }) : t('nobody')}
        {lines.length > 0 && ` · ${t('lines', { count: lines.length })}`}
      </p>
      {typeof sentAt === 'string' && (
        <Note tone="info">{t('sentAt', { time: formatDateTime(new Date(sentAt), timeZone) })}</Note>
      )}
      {lines.length === 0 ? <p>{t('none')}</p> : <DayLines lines={lines} />}
      <Textarea
        label={t('sentence')}
        placeholder={t('sentenceHint')}
        value={sentence}
        maxLength={2000}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setSentence(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post.mutate();
        }}
      />
      {post.error && (
        <Note tone="bad">{t('failed', { reason: post.error.message || t('offline') })}</Note>
      )}
      <DialogFoot onCancel={onClose}>
        <Button type="submit" loading={post.isPending}>
          {t(sent ? 'sendAgain' : 'sendIt')}
        </Button>
      </DialogFoot>
    </form>
  );
}
