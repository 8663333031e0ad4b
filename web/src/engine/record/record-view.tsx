import { useIntersection } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FactsPanel } from './facts/facts-panel.tsx';
import { DropAnywhere } from './files/drop-anywhere.tsx';
import { FilesProvider } from './files/files-context.tsx';
import { useAttachments } from './files/use-attachments.ts';
import { GoneNote } from './gone-note.tsx';
import { RecordHead } from './head/record-head.tsx';
import { OldNote } from './old-note.tsx';
import { PhoneBar } from './phone/phone-bar.tsx';
import { PhoneHead } from './phone/phone-head.tsx';
import { ThumbBar } from './phone/thumb-bar.tsx';
import { PrintSheet } from './print/print-sheet.tsx';
import { useOnPage } from './record-context.tsx';
import { recordWords } from './record.words.ts';
import { useRelated } from './related/use-related.ts';
import { SidePanel } from './side/side-panel.tsx';
import { sideWords } from './side/side.words.ts';
import { SignedOutNote } from './signed-out-note.tsx';
import { TabBody } from './tabs/tab-body.tsx';
import { tabsOf } from './tabs/tab-list.ts';
import { TabStrip } from './tabs/tab-strip.tsx';
import { ThreadChoice } from './tabs/thread-choice.tsx';
import { useRecordKeys } from './use-record-keys.ts';
import { useRoom } from './use-room.ts';
import { useSessionEnded } from './use-session-ended.ts';
import { useTab } from './use-tab.ts';
import classes from './record.module.css';

interface Props {
  /** Shown as it was; the newest could not be asked for. */
  isOld: boolean;
  again(): void;
}

/** Facts at the left, the thread in the middle, what belongs to it at the right; on a phone one after the other. */
export function RecordView({ isOld, again }: Props) {
  const t = useWords(recordWords);
  const s = useWords(sideWords);
  const label = useLabel();
  const room = useRoom();
  const { object, isGone } = useOnPage();
  const [tab, openTab] = useTab('thread');
  const [show, setShow] = useState<string>();
  const related = useRelated();
  const files = useAttachments().items.length;
  const isSignedOut = useSessionEnded();
  useRecordKeys();
  const { ref: who, entry } = useIntersection();
  const isPast = entry?.isIntersecting === false;
  const toFiles = useCallback(() => openTab('files'), [openTab]);
  const { shown, waiting } = useMemo(
    () =>
      tabsOf({
        related,
        files,
        room,
        chosen: tab,
        label: (list) => label(list.label),
        names: {
          thread: t('thread'),
          details: t('details'),
          about: t('about'),
          files: t('files'),
          around: t('around'),
          history: t('history'),
        },
      }),
    [related, files, room, tab, label, t],
  );
  const chosen = shown.some(({ key }) => key === tab) ? tab : 'thread';
  return (
    <FilesProvider>
      <div className={classes.page} data-record={object.key}>
        {room.isPhone ? <PhoneBar isNamed={isPast} /> : <RecordHead />}
        <div className={classes.scroll}>
          {room.isPhone && <PhoneHead who={who} />}
          <GoneNote onBack={again} />
          {isSignedOut ? <SignedOutNote /> : isOld && !isGone && <OldNote again={again} />}
          <div className={classes.columns}>
            {room.hasFacts && (
              <aside className={classes.facts} aria-label={t('facts')}>
                <FactsPanel />
              </aside>
            )}
            <div className={classes.middle}>
              <TabStrip shown={shown} waiting={waiting} chosen={chosen} onChoose={openTab}>
                {chosen === 'thread' && <ThreadChoice show={show} onChange={setShow} />}
              </TabStrip>
              <div
                id="record-part"
                className={classes.part}
                role="tabpanel"
                aria-labelledby={`tab-${chosen}`}
                tabIndex={0}
              >
                <TabBody tab={chosen} room={room} related={related} show={show} onTab={openTab} />
              </div>
            </div>
            {room.hasSide && (
              <aside className={classes.side} aria-label={s('side')}>
                <SidePanel related={related} onTab={openTab} />
              </aside>
            )}
          </div>
        </div>
        {room.isPhone && <ThumbBar />}
        {!isGone && object.rights.update !== 'none' && <DropAnywhere onFiles={toFiles} />}
        <PrintSheet />
      </div>
    </FilesProvider>
  );
}
