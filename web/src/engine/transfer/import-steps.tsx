import { UnstyledButton } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import classes from './import-steps.module.css';
import { transferWords } from './transfer.words.ts';

const steps = ['file', 'columns', 'check', 'run'] as const;
export type Step = (typeof steps)[number];
const words = {
  file: 'stepFile',
  columns: 'stepColumns',
  check: 'stepCheck',
  run: 'stepRun',
} as const satisfies Record<Step, string>;

interface Props {
  step: Step;
  /** Everything is over, the last step too. */
  isOver?: boolean;
  /** Steps one may go back to, and how. */
  onGo?: ((step: Step) => void) | undefined;
}

/** The steps on the thread: solid behind, dashed ahead. */
export function ImportSteps({ step, isOver = false, onGo }: Props) {
  const t = useWords(transferWords);
  const now = steps.indexOf(step);
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map((each, i) => {
        const isDone = i < now || (isOver && i === now);
        const isNow = i === now && !isOver;
        const text = t(words[each]);
        const canGo = onGo && isDone && (each === 'columns' || each === 'check');
        return (
          <li
            key={each}
            className={isDone ? classes.done : isNow ? classes.now : classes.ahead}
            {...(isNow && { 'aria-current': 'step' as const })}
          >
            <Knot isDone={isDone} isNow={isNow} />
            {canGo ? (
              <UnstyledButton className={classes.go ?? ''} onClick={() => onGo(each)}>
                {text}
              </UnstyledButton>
            ) : (
              <span className={classes.name}>{text}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Knot({ isDone, isNow }: { isDone: boolean; isNow: boolean }) {
  if (isDone) return <IconCircleCheckFilled size={16} color="var(--ok)" aria-hidden />;
  if (isNow)
    return (
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden>
        <circle cx="8" cy="8" r="6.2" stroke="var(--thread)" strokeWidth="1.6" />
        <circle cx="8" cy="8" r="3" fill="var(--thread)" />
      </svg>
    );
  return <IconCircle size={16} stroke={1.5} aria-hidden />;
}
