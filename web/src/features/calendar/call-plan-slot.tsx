import { lazy, Suspense } from 'react';
import classes from './calendar-page.module.css';

const CallPlanPanel = lazy(async () => ({
  default: (await import('../plan/call-plan-panel.tsx')).CallPlanPanel,
}));

/** Whom to call today, beside what is planned. */
export const CallPlanSlot = () => (
  <div className={classes.side}>
    <Suspense fallback={null}>
      <CallPlanPanel />
    </Suspense>
  </div>
);
