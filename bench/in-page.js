// Runs in the browser, put into each page by bench/web.ts before the page's own scripts.

const quietMs = 500;
const rowSelector = '[role="grid"] [role="row"] a[href]';
const longTasks = [];
let firstRowMs;

new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({
  type: 'longtask',
  buffered: true,
});

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** When `isThere` first holds, told in the frame after, when it has been painted. */
async function painted(isThere) {
  while (!isThere()) await frame();
  await frame();
  return performance.now();
}

void painted(() => document.querySelector(rowSelector) !== null).then((at) => {
  firstRowMs = at;
});

/** When the first row was there and no task of 50 ms or more was left, in milliseconds since the address was opened. */
async function interactiveMs() {
  for (;;) {
    await frame();
    const last = longTasks.at(-1);
    const busyUntil = last ? last.startTime + last.duration : 0;
    if (firstRowMs === undefined) continue;
    const settled = Math.max(firstRowMs, busyUntil);
    if (performance.now() - settled > quietMs) return settled;
  }
}

const isShown = (element) => element.checkVisibility();
const shows = (selector, text) =>
  [...document.querySelectorAll(selector)].some(
    (each) => isShown(each) && each.textContent.includes(text),
  );

/** Presses the link of the row at `index`; milliseconds until its title and facts are painted, and until nothing is loading. */
async function openRow(index) {
  const link = document.querySelectorAll(rowSelector)[index];
  // A long name is written short in the list, and in full on its page.
  const title =
    link.querySelector('span[title]')?.title ?? link.querySelector('span:last-child').textContent;
  const code = link.closest('[role="row"]').textContent.match(/KH-\d+/)[0];
  const started = performance.now();
  link.click();
  const content = await painted(() => shows('h1', title) && shows('dd, section', code));
  const whole = await painted(() => document.querySelector('.mantine-Skeleton-root') === null);
  return { contentMs: content - started, wholeMs: whole - started };
}

globalThis.duyenBench = { interactiveMs, openRow };
