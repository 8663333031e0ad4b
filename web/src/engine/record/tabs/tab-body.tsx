import { lazy, Suspense } from 'react';
import { DetailsTab } from '../details/details-tab.tsx';
import { EditButton } from '../facts/edit-button.tsx';
import { FactsPanel } from '../facts/facts-panel.tsx';
import type { KnownRelated } from '../related/use-related.ts';
import { SidePanel } from '../side/side-panel.tsx';
import { Thread } from '../thread/thread.tsx';
import type { Room } from '../use-room.ts';
import type { Tab } from '../use-tab.ts';

const FilesTab = lazy(async () => ({
  default: (await import('../files/files-tab.tsx')).FilesTab,
}));
const HistoryTab = lazy(async () => ({
  default: (await import('../history/history-tab.tsx')).HistoryTab,
}));
const RelatedTab = lazy(async () => ({
  default: (await import('../related/related-tab.tsx')).RelatedTab,
}));

interface Props {
  tab: Tab;
  room: Room;
  related: readonly KnownRelated[];
  /** What of the thread. */
  show: string | undefined;
  onTab(tab: Tab): void;
}

/** The open part of the page. */
export function TabBody({ tab, room, related, show, onTab }: Props) {
  const list = related.find(({ key }) => key === tab);
  return (
    <Suspense fallback={null}>
      {list ? (
        <RelatedTab list={list} isPhone={room.isPhone} />
      ) : tab === 'details' ? (
        <>
          {!room.hasFacts && <FactsPanel action={room.isPhone && <EditButton />} />}
          <DetailsTab />
        </>
      ) : tab === 'files' ? (
        <FilesTab />
      ) : tab === 'history' ? (
        <HistoryTab />
      ) : tab === 'around' && !room.hasSide ? (
        <SidePanel related={related} onTab={onTab} />
      ) : (
        <Thread show={show} isPhone={room.isPhone} />
      )}
    </Suspense>
  );
}
