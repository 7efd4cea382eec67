/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * An event as Chromium traces it; times in microseconds.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph `X` for something that lasts
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 */

/**
 * What the window's main thread did for each Enter, in milliseconds, without the waiting in between.
 * @typedef {object} EnterWork
 * @property {number[]} handling what listens to the key
 * @property {number[]} frame the frame after it: style, layout, paint and commit of the whole window, VS Code's part too
 */

const mark = 'bench:enter';
const categories = ['devtools.timeline', 'blink.user_timing', 'cc'];

/**
 * Has the browser itself write down what Enter costs. That takes some time as well: not while anything else is measured.
 * @param {Page} page
 * @param {Frame} frame has the focus
 * @param {() => Promise<unknown>} act presses Enter
 * @returns {Promise<EnterWork>}
 */
export async function workOnEnter(page, frame, act) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const marking = await frame.evaluateHandle((name) => {
    const controller = new AbortController();
    const onKey = (/** @type {KeyboardEvent} */ { key }) => key === 'Enter' && performance.mark(name);
    addEventListener('keydown', onKey, { capture: true, signal: controller.signal });
    return controller;
  }, mark);
  await browser.startTracing(page, { categories });
  await act();
  await marking.evaluate((controller) => controller.abort());
  /** @type {unknown} */
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return workIn(/** @type {{ traceEvents: TraceEvent[] }} */ (trace).traceEvents);
}

/**
 * @param {readonly TraceEvent[]} events
 * @returns {EnterWork}
 */
function workIn(events) {
  const pressed = events.filter(({ name }) => name === mark);
  const [first] = pressed;
  if (first === undefined) throw new Error('Nobody has pressed Enter.');
  const onThread = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid);
  const named = (/** @type {string} */ wanted) => onThread.filter(({ name }) => name === wanted);
  const dispatches = named('EventDispatch');
  const frames = named('ProxyMain::BeginMainFrame').sort((a, b) => a.ts - b.ts);
  /** @type {EnterWork} */
  const work = { handling: [], frame: [] };
  for (const { ts } of pressed) {
    const handling = dispatches.find((event) => event.ts <= ts && ts <= endOf(event));
    const frame = handling && frames.find((event) => event.ts >= endOf(handling));
    if (handling === undefined || frame === undefined) continue;
    work.handling.push(milliseconds(handling));
    work.frame.push(milliseconds(frame));
  }
  return work;
}

/** @param {TraceEvent} event */
const endOf = ({ ts, dur = 0 }) => ts + dur;

/** @param {TraceEvent} event */
const milliseconds = ({ dur = 0 }) => dur / 1000;
