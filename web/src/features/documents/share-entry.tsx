import type { ScreenObject } from '#web/api/model.ts';
import { ShareDialog } from '#web/engine/record/people/share-dialog.tsx';
import { RecordProvider } from '#web/engine/record/record-context.tsx';
import type { Entry } from './entry.ts';

interface Props {
  entry: Entry;
  object: ScreenObject;
  onClose(): void;
}

/** The dialog of any record, for one that has no page open. */
export const ShareEntry = ({ entry: { record, name }, object, onClose }: Props) => (
  <RecordProvider value={{ object, record, title: name, isPartial: false, isGone: false }}>
    <ShareDialog onClose={onClose} />
  </RecordProvider>
);
