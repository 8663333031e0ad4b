import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Reference } from '#web/api/records.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { RecordPicker } from '../../fields/record-picker.tsx';
import { inSentence } from '../../list/in-sentence.ts';
import { MergeTwo } from '../side/merge-two.tsx';
import { useOnPage } from '../record-context.tsx';
import { mergeWords } from './merge.words.ts';

/** Which other record it is the same as; then both side by side. */
export function MergeWith({ onClose }: { onClose(): void }) {
  const t = useWords(mergeWords);
  const label = useLabel();
  const { object, record, title } = useOnPage();
  const [other, setOther] = useState<Reference | null>(null);
  const [isChosen, setChosen] = useState(false);
  if (isChosen && other) return <MergeTwo other={other.id} onClose={onClose} />;
  const name = t('which', { object: inSentence(label(object.label)), title });
  return (
    <Dialog onClose={onClose} title={name}>
      <Stack gap="md">
        <RecordPicker
          objectKey={object.key}
          value={other}
          onChange={setOther}
          without={[record.id]}
          input={{ 'aria-label': name, autoFocus: true }}
        />
        <DialogFoot onCancel={onClose}>
          <Button disabled={!other} onClick={() => setChosen(true)}>
            {t('compare')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
