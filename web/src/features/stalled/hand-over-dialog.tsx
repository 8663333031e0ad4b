import { Button, Input, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Reference } from '#web/api/records.ts';
import { MemberPicker } from '#web/engine/fields/member-picker.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from './stalled.module.css';
import type { SheetLine } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';
import { useHandOver, type Gift } from './use-hand-over.ts';

interface Props {
  sheet: string;
  lines: readonly SheetLine[];
  onClose(): void;
  onDone(): void;
}

/** To whom customers go: each as the sheet suggests, or all to one colleague. */
export function HandOverDialog({ sheet, lines, onClose, onDone }: Props) {
  const t = useWords(stalledWords);
  const suggested = lines.filter((line) => line.suggested !== null);
  const [way, setWay] = useState(suggested.length > 0 ? 'suggestion' : 'member');
  const [member, setMember] = useState<Reference | null>(null);
  const [note, setNote] = useState('');
  const handOver = useHandOver(sheet, onDone);
  // To whoever has all of them already nothing can be given.
  const keepers = new Set(lines.flatMap(({ keeper }) => keeper?.id ?? []));
  const isSuggested = way === 'suggestion';
  const gifts = isSuggested ? bySuggestion(suggested) : member ? [to(member.id, lines)] : [];
  const count = gifts.reduce((sum, { accounts }) => sum + accounts.length, 0);
  const staying = isSuggested ? lines.length - suggested.length : 0;
  return (
    <Dialog title={t('handOverTitle', { count: lines.length })} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0) handOver.mutate({ gifts, note: note.trim() });
        }}
      >
        <p className={classes.quiet}>{t('handOverText')}</p>
        <Radio.Group label={t('to')} value={way} onChange={setWay}>
          <div className={classes.ways}>
            <Radio
              value="suggestion"
              label={t('bySuggestion')}
              disabled={suggested.length === 0}
              data-autofocus={isSuggested || undefined}
            />
            <Radio value="member" label={t('oneMember')} />
          </div>
        </Radio.Group>
        {isSuggested ? (
          <ul className={classes.gifts}>
            {[...Map.groupBy(suggested, (line) => line.suggested?.title ?? '')].map(
              ([name, theirs]) => (
                <li key={name}>
                  <span>{name}</span>
                  <span>{t('customers', { count: theirs.length })}</span>
                </li>
              ),
            )}
          </ul>
        ) : (
          <Input.Wrapper label={t('colleague')} labelElement="label" id="taking">
            <MemberPicker
              value={member}
              onChange={setMember}
              clearable={false}
              without={keepers.size === 1 ? [...keepers] : []}
              input={{ id: 'taking' }}
            />
          </Input.Wrapper>
        )}
        {staying > 0 && <Note tone="info">{t('withoutSuggestion', { count: staying })}</Note>}
        <Textarea
          label={t('note')}
          placeholder={t('notePlaceholder')}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {handOver.error && (
          <Note tone="bad">{t('failed', { reason: handOver.error.message || t('offline') })}</Note>
        )}
        <DialogFoot onCancel={onClose}>
          <Button type="submit" disabled={count === 0} loading={handOver.isPending}>
            {t('handOver', { count })}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

const to = (member: string, lines: readonly SheetLine[]): Gift => ({
  to: member,
  accounts: lines.flatMap(({ account }) => account?.id ?? []),
});

const bySuggestion = (lines: readonly SheetLine[]): Gift[] =>
  [...Map.groupBy(lines, ({ suggested }) => suggested?.id ?? '')].map(([id, theirs]) =>
    to(id, theirs),
  );
