import { HeadActions } from './head-actions.tsx';
import classes from './head.module.css';
import { NeighboursBar } from './neighbours-bar.tsx';
import { PinStar } from './pin-star.tsx';
import { RecordAvatar } from './record-avatar.tsx';
import { RecordMenu } from './record-menu.tsx';
import { TitleLine } from './title-line.tsx';

/** Who or what it is, and what is done with it. */
export function RecordHead() {
  return (
    <div className={classes.head}>
      <RecordAvatar />
      <TitleLine />
      <div className={classes.actions}>
        <NeighboursBar />
        <PinStar />
        <HeadActions />
        <RecordMenu />
      </div>
    </div>
  );
}
