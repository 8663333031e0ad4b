import type { Ref } from 'react';
import { RecordAvatar } from '../head/record-avatar.tsx';
import { TitleLine } from '../head/title-line.tsx';
import { ReachButtons } from './reach-buttons.tsx';
import classes from './phone.module.css';

/** Who it is; how to get to them. */
export function PhoneHead({ who }: { who: Ref<HTMLDivElement> }) {
  return (
    <div className={classes.head}>
      <div ref={who} className={classes.who}>
        <RecordAvatar />
        <TitleLine isPhone />
      </div>
      <ReachButtons />
    </div>
  );
}
