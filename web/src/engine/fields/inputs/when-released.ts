/**
 * Runs now, or once the button of the mouse that is down is up again: what changes the height of a form in between
 * moves the target away from under the pointer, and the press is lost.
 */
export function whenReleased(run: () => void): void {
  if (document.querySelector(':active') === null) {
    run();
    return;
  }
  const done = new AbortController();
  for (const end of ['pointerup', 'click', 'keydown'])
    window.addEventListener(
      end,
      () => {
        done.abort();
        // The click that follows belongs to the press.
        setTimeout(run);
      },
      { signal: done.signal, capture: true },
    );
}
