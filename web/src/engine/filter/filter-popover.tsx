import { Popover } from '@mantine/core';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import classes from './filter.module.css';

/** On the box of the finder, whose list always is open. */
export const finderMark = 'data-finder';

interface Props {
  label: string;
  opened: boolean;
  /** Leaves with what was built. */
  onDone(): void;
  /** Leaves as it was. */
  onCancel(): void;
  target: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** A panel under a chip or button. Menus of boxes inside float elsewhere in the page and do not close it. */
export function FilterPopover(props: Props) {
  const { label, opened, onDone, onCancel, target, isWide = false, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  const targetRef = useRef<HTMLSpanElement>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const isInside = useCallback(
    (node: EventTarget | null) =>
      !(node instanceof Element) ||
      !document.contains(node) ||
      panel.current?.contains(node) === true ||
      targetRef.current?.contains(node) === true ||
      node.closest('[data-portal]') !== null,
    [],
  );
  useEffect(() => {
    if (!opened) return undefined;
    const leave = (event: PointerEvent) => {
      if (!isInside(event.target)) done.current();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [opened, isInside]);
  return (
    <Popover
      opened={opened}
      onChange={(next) => {
        if (!next) onCancel();
      }}
      position="bottom-start"
      closeOnClickOutside={false}
      closeOnEscape={false}
      trapFocus
      withRoles={false}
      returnFocus
    >
      <Popover.Target>
        <span ref={targetRef} className={classes.target}>
          {target}
        </span>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={label}>
        <div
          ref={panel}
          role="presentation"
          className={isWide ? classes.wide : classes.panel}
          onKeyDown={(event) => {
            const isMenuOpen =
              event.target instanceof Element &&
              event.target.getAttribute('aria-expanded') === 'true' &&
              !event.target.hasAttribute(finderMark);
            if (event.key === 'Escape' && !isMenuOpen) {
              event.stopPropagation();
              onCancel();
            }
            if (event.key === 'Enter' && isLeaving(event.target, isMenuOpen)) {
              event.preventDefault();
              onDone();
            }
          }}
        >
          {children}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Enter in a box that has nothing to open or press means that one has finished. */
const isLeaving = (target: EventTarget, isMenuOpen: boolean): boolean =>
  !isMenuOpen &&
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
  !target.hasAttribute(finderMark) &&
  target.type !== 'checkbox' &&
  target.getAttribute('aria-haspopup') === null;
