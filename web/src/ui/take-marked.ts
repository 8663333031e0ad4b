import type { KeyboardEvent } from 'react';

/**
 * Enter takes the option that what is typed has marked. The library goes by a count of its own instead, which it sets back a moment
 * after the list opened: whoever pasted a word, or typed a single letter, would take nothing.
 */
export function takeMarked(event: KeyboardEvent): void {
  const { target, key, nativeEvent } = event;
  if (key !== 'Enter' || nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement) || target.value === '') return;
  const list = document.getElementById(target.getAttribute('aria-controls') ?? '');
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]');
  if (!marked) return;
  event.preventDefault();
  event.stopPropagation();
  marked.click();
}
