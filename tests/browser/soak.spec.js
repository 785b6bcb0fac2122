// R21: a long session with a page that is hidden and seen, a wake lock that is lost, sound that is
// interrupted. Time is moved by hand. The memory does not grow, and no timer is left behind.
//
// SOEPEL_SOAK says how many minutes; the long run is sixty.

import { expect, open, test } from "./fixtures.js";
import { listen } from "./ear.js";
import { times } from "./lab.js";
import { check, keep, seal, settled, unsealed } from "./person.js";

const MINUTES = times("SOEPEL_SOAK", 6);
const MONDAY = new Date("2026-11-23T08:00:00+01:00");
const ID = `${"0".repeat(25)}7`;
const MIB = 1024 * 1024;

test(`R21: ${MINUTES} minutes with ${MINUTES / 2} times hidden and seen`, async ({ context, page, site }) => {
  test.setTimeout(120_000 + MINUTES * 20_000);
  await keep(context, { ...withMusic(settled()), ...routine() });
  await page.clock.install({ time: MONDAY });
  await context.addInitScript(listen);
  await context.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  await open(page, site);
  const before = await page.evaluate(() => watched.timers.size);

  await page.evaluate((id) => (location.hash = `#/routines/${id}`), ID);
  await page.getByRole("link", { name: /Start deze routine/ }).click();
  await check(page);
  await expect(page.locator(".player")).toBeVisible();
  let [first, hidden, lost, interrupted] = [null, 0, 0, 0];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    await seconds(page, 30);
    if (minute % 2 === 0) {
      await show(page, false);
      await seconds(page, 15);
      await show(page, true);
      hidden += 1;
    }
    if (minute % 3 === 0) lost += await page.evaluate(lose);
    if (minute % 4 === 0) interrupted += await page.evaluate(interrupt);
    await seconds(page, minute % 2 === 0 ? 15 : 30);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
    if (minute === 2) first = await memory(page, cdp);
  }
  const last = await memory(page, cdp);
  const most = await page.evaluate(() => watched.most);
  const active = await page.evaluate(() => {
    const steps = Object.keys(localStorage).filter((name) => name.includes(".j.")).map((name) => JSON.parse(localStorage[name].slice(11)));
    return Math.max(...steps.map(({ active }) => active ?? 0)) / 1000;
  });
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Ik wil gewoon afronden" }).click();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  await page.clock.fastForward(60_000);
  const after = await page.evaluate(() => watched.timers.size);

  const grown = { heap: (last.heap - first.heap) / MIB, wasm: (last.wasm - first.wasm) / MIB };
  console.log(`R21 ${MINUTES} minutes: hidden ${hidden} times, wake lock lost ${lost} times, sound interrupted ${interrupted} times; ` +
    `heap ${grown.heap.toFixed(2)} MiB and program memory ${grown.wasm.toFixed(2)} MiB more; at most ${most} timers at once, ${after - before} left over`);
  expect(active).toBeGreaterThan(MINUTES * 60 - 90);
  expect(grown.heap).toBeLessThanOrEqual(5);
  expect(grown.wasm).toBeLessThanOrEqual(5);
  expect(most).toBeLessThan(20);
  expect(after).toBeLessThanOrEqual(before);
});

function withMusic(values) {
  const settings = { ...unsealed(values["soepel.p0.set.a"]), sound: "with-music" };
  return { ...values, "soepel.p0.set.a": seal(Object.fromEntries(Object.entries(settings).sort())) };
}

/** Longer than the soak. */
function routine() {
  const march = { exercise: "warm-up-march", mode: "timed", duration: 180 };
  const blocks = Array.from({ length: Math.ceil(MINUTES / 3) + 1 }, () => march);
  const record = { body: { between: 15, blocks, name: "Heel lang" }, id: ID, kind: "routine", rev: 1, updated: 1_795_345_200_000, v: 1 };
  return { [`soepel.p0.k.routine.${ID}.1`]: seal(record) };
}

async function seconds(page, count) {
  for (let second = 0; second < count; second += 1) await page.clock.fastForward(1000);
}

async function memory(page, cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return { heap: usedSize, wasm: await page.evaluate(() => watched.memory.buffer.byteLength) };
}

async function show(page, seen) {
  await page.evaluate((seen) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (seen ? "visible" : "hidden") });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => !seen });
    if (!seen) for (const sentinel of watched.held.splice(0)) sentinel.dispatchEvent(new Event("release"));
    document.dispatchEvent(new Event("visibilitychange"));
  }, seen);
}

/** Runs in the page: the system takes the light away, as with a low battery. */
function lose() {
  const held = watched.held.splice(0);
  for (const sentinel of held) sentinel.dispatchEvent(new Event("release"));
  return held.length > 0 ? 1 : 0;
}

/** Runs in the page: a telephone call. */
async function interrupt() {
  const contexts = ear.contexts.filter(({ state }) => state !== "closed");
  for (const context of contexts) await context.suspend();
  return contexts.length > 0 ? 1 : 0;
}

/** Runs before the page's own scripts: its timers, its memory, its wake lock. */
function watch() {
  const watched = { timers: new Set(), most: 0, memory: null, held: [] };
  Object.defineProperty(window, "watched", { value: watched });
  const count = (id) => {
    watched.timers.add(id);
    watched.most = Math.max(watched.most, watched.timers.size);
    return id;
  };
  const [set, clear, repeat, stop] = [setTimeout, clearTimeout, setInterval, clearInterval].map((one) => one.bind(window));
  window.setTimeout = (then, ...rest) => {
    const id = set((...values) => {
      watched.timers.delete(id);
      return then(...values);
    }, ...rest);
    return count(id);
  };
  window.setInterval = (...values) => count(repeat(...values));
  window.clearTimeout = (id) => (watched.timers.delete(id), clear(id));
  window.clearInterval = (id) => (watched.timers.delete(id), stop(id));

  const make = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...values) => {
    const made = await make(...values);
    watched.memory = made.instance.exports.memory;
    return made;
  };
  const request = async () => {
    const sentinel = new EventTarget();
    sentinel.release = async () => sentinel.dispatchEvent(new Event("release"));
    watched.held.push(sentinel);
    return sentinel;
  };
  Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
}
