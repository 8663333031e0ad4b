import { NewestFiles } from '../files/newest-files.tsx';
import { FollowersSection } from '../people/followers-section.tsx';
import { SharingSection } from '../people/sharing-section.tsx';
import { useOnPage } from '../record-context.tsx';
import { RelatedShort } from '../related/related-short.tsx';
import type { KnownRelated } from '../related/use-related.ts';
import type { Tab } from '../use-tab.ts';
import { AddRelated } from './add-related.tsx';
import { DuplicatesNote } from './duplicates-note.tsx';

interface Props {
  related: readonly KnownRelated[];
  onTab(tab: Tab): void;
}

/** What to look at first, then what belongs to the record and who watches it. */
export function SidePanel({ related, onTab }: Props) {
  const { isGone } = useOnPage();
  const filled = related.filter(({ page }) => (page?.total.value ?? 0) > 0);
  return (
    <>
      <DuplicatesNote />
      {filled.map((list) => (
        <RelatedShort key={list.key} list={list} onAll={() => onTab(list.key)} />
      ))}
      <AddRelated lists={related.filter(({ page }) => page?.total.value === 0)} />
      <NewestFiles onAll={() => onTab('files')} />
      {!isGone && (
        <>
          <FollowersSection />
          <SharingSection />
        </>
      )}
    </>
  );
}
