import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface Props {
  /** What is missing. */
  title: string;
  /** What to do about it. */
  text?: ReactNode;
  /** One primary button, at most one quiet one beside it. */
  children?: ReactNode;
}

/** An empty list: the loose thread, what is missing, what to do. */
export function Empty({ title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <svg width="160" height="40" viewBox="0 0 160 40" fill="none" aria-hidden>
        <path
          d="M2 30c30 0 44-22 66-22 22 0 22 24 8 24-14 0-13-22 6-22 22 0 34 20 52 20"
          stroke="var(--thread)"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
        <path d="M136 30h22" stroke="var(--thread)" strokeWidth="1.5" strokeDasharray="2 4" />
      </svg>
      <h2 className={classes.title}>{title}</h2>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
