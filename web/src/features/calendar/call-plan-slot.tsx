import { lazy, Suspense, type ComponentType } from 'react';
import classes from './calendar-page.module.css';

interface Panel {
  CallPlanPanel: ComponentType;
}

const [load] = Object.values(import.meta.glob<Panel>('../plan/call-plan-panel.tsx'));
const CallPlanPanel = load && lazy(async () => ({ default: (await load()).CallPlanPanel }));

/** Whom to call today, beside what is planned. */
export function CallPlanSlot() {
  if (!CallPlanPanel) return null;
  return (
    <div className={classes.side}>
      <Suspense fallback={null}>
        <CallPlanPanel />
      </Suspense>
    </div>
  );
}
