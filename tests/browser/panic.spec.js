// R14: the program stops, wherever that happens. The way out comes within a second, nothing runs or
// is written any more, nothing is lost, and the raw copy is whole.

import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.js";
import { begin, keep, pass, settled, still } from "./person.js";
import { poke, trapdoor } from "./trapdoor.js";

/** A generous deadline for a loaded machine; the figure is printed. */
const DEADLINE_MS = 5_000;
/** What a browser reports of it in its console. */
const STOPPED = /panicked|unwrap_throw|unreachable|not a function|RuntimeError/;
const NO_WINDOW = "instanceof_Window";

const PANIC = { how: "panic", at: NO_WINDOW };
const TRAP = { how: "trap" };

/** Where it stops, how, on which page, and what somebody does there. */
const PLACES = [
  ["the first start", { ...PANIC, place: "start" }],
  ["reading what is kept at the start", { ...TRAP, place: "start", at: "getItem" }],
  ["drawing the first page", { ...TRAP, place: "microtask" }],
  ["the answer of IndexedDB", { ...TRAP, place: "success" }],
  ["going to another page", { ...PANIC, place: "hashchange" }, "", go("#/instellingen")],
  ["drawing another page", { how: "exception", place: "microtask" }, "", go("#/oefeningen")],
  ["a press on a button", { ...PANIC, place: "click" }, "#/instellingen", press],
  ["a press on a setting", { ...TRAP, place: "change" }, "#/instellingen", choose],
  ["writing a setting down", { how: "exception", place: "change", at: "setItem" }, "#/instellingen", choose],
  ["reading back what was written", { ...TRAP, place: "change", at: "getItem" }, "#/instellingen", choose],
  ["writing a setting into IndexedDB", { how: "exception", place: "microtask", at: "_transaction_|_put_|objectStore" }, "#/instellingen", choose],
  ["IndexedDB that says it is safe", { ...TRAP, place: "complete" }, "#/instellingen", choose],
  ["typing in the search", { ...TRAP, place: "input" }, "#/oefeningen", type],
  ["what another tab wrote", { ...PANIC, place: "storage" }, "", tell("window", "storage")],
  ["the page that is hidden", { ...PANIC, place: "visibilitychange" }, "", see(false)],
  ["an event within an event", { how: "nested", place: "visibilitychange" }, "", see(false)],
  ["a new version that waits", { ...PANIC, place: "soepel-update-ready" }, "", tell("window", "soepel-update-ready")],
  ["a button of a notification", { ...PANIC, place: "message" }, "", tell("worker", "message")],
  ["voices that come late", { ...TRAP, place: "voiceschanged" }, "#/instellingen", tell("speech", "voiceschanged")],
];

/** The same in the middle of a session. */
const IN_A_SESSION = [
  ["a tick of a session", { ...PANIC, place: "timeout" }, (page) => pass(page, 40)],
  ["writing down a step of a session", { how: "exception", place: "click", at: "setItem" }, (page) =>
    page.getByRole("button", { name: "Oefening overslaan" }).click()],
  ["a picture of a moving figure", { ...PANIC, place: "frame" }, (page) => pass(page, 20, 1)],
  ["a key in the player", { ...PANIC, place: "keydown" }, (page) => page.keyboard.press("Space")],
  ["a press on pause", { ...TRAP, place: "click" }, (page) => page.getByRole("button", { name: "Pauze", exact: true }).click()],
  ["a session behind another tab", { ...PANIC, place: "message" }, async (page) => {
    await see(false)(page);
    await page.evaluate(() => lab.workers.forEach((worker) => worker.dispatchEvent(new MessageEvent("message"))));
  }],
  ["the page that comes back during a session", { ...PANIC, place: "visibilitychange" }, see(true)],
  ["the screen lock that is taken", { ...PANIC, place: "release" }, (page) =>
    page.evaluate(() => lab.lights.forEach((light) => light.dispatchEvent(new Event("release"))))],
  ["the player of sound that halts", { ...PANIC, place: "pause" }, (page) =>
    page.evaluate(() => lab.players.forEach((player) => player.dispatchEvent(new Event("pause"))))],
  ["a key of a headphone", { ...PANIC, place: "headphone" }, (page) =>
    page.evaluate(() => lab.during("headphone", () => lab.buttons.pause({})))],
];

for (const [name, armed, address = "", act] of PLACES) {
  test(`the program stops at: ${name}`, async ({ page, site, context, faults }, testInfo) => {
    faults.expect(STOPPED);
    await begun(page, context, act ? undefined : armed);
    await page.goto(`${site.url}${address}`);
    if (act) {
      await ready(page);
      await arm(page, armed);
      await act(page);
    }
    await itStopped(page, name, testInfo);
  });
}

for (const [name, armed, act] of IN_A_SESSION) {
  test(`the program stops in a session at: ${name}`, async ({ page, site, context, faults }, testInfo) => {
    faults.expect(STOPPED);
    await begun(page, context);
    await begin(page, site, "P1-B");
    await still(page);
    await pass(page, 40);
    await expect(page.getByRole("button", { name: "Pauze", exact: true })).toBeVisible();
    await arm(page, armed);
    await act(page);
    await itStopped(page, name, testInfo, async (dialog) => {
      await expect(dialog).toContainText("Er liep een sessie");
    });
    await page.getByRole("button", { name: "Ga verder" }).click();
    await expect(page.getByRole("button", { name: /^Verdergaan|^Verder$/ }).or(page.getByRole("link", { name: "Verdergaan" })).first()).toBeVisible();
  });
}

async function begun(page, context, armed) {
  // The clock that a figure is read from, before the one that a test moves takes its place.
  await context.addInitScript(() => (window.realNow = performance.now.bind(performance)));
  await page.clock.install();
  await context.addInitScript(trapdoor, armed ?? null);
  await keep(context, settled());
}

async function ready(page) {
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
}

function arm(page, armed) {
  return page.evaluate((armed) => (lab.armed = armed), armed);
}

function go(address) {
  return (page) => page.evaluate((address) => (location.hash = address), address);
}

async function press(page) {
  await page.locator("#app button:visible").first().click();
}

async function choose(page) {
  await page.getByRole("radio", { name: "Donker" }).check({ force: true, noWaitAfter: true }).catch(() => {});
}

async function type(page) {
  await page.getByRole("searchbox").first().fill("brug");
}

function tell(whom, type) {
  return (page) =>
    page.evaluate(
      ([whom, type]) => {
        const target = { window, worker: navigator.serviceWorker, speech: window.speechSynthesis }[whom];
        const event = new Event(type);
        if (type === "storage") Object.assign(event, { key: "soepel.p0.set.b", newValue: "x" });
        if (type === "message") event.data = { soepelNotification: "done" };
        target.dispatchEvent(event);
      },
      [whom, type],
    );
}

function see(visible) {
  return (page) =>
    page.evaluate((visible) => {
      lab.visible = visible;
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, visible);
}

/** The way out, the silence after it, and the copy. */
async function itStopped(page, name, testInfo, more = async () => {}) {
  const dialog = page.getByRole("alertdialog");
  await expect(dialog, "the way out").toContainText("Soepel is gestopt");
  await expect(dialog.getByRole("heading", { level: 1 })).toBeFocused();
  await more(dialog);
  const before = await page.evaluate(() => ({ late: lab.shown - lab.at, at: lab.hit, snapshot: lab.snapshot }));
  expect(before.late, `after ${before.at}`).toBeLessThan(DEADLINE_MS);

  await poke(page);
  const counted = await page.evaluate(() => ({ in: lab.in, out: lab.out, writes: lab.writes }));
  expect(counted, "what ran or wrote after the end").toEqual({ in: 0, out: 0, writes: 0 });
  const now = await page.evaluate(() => ({ ...localStorage }));
  expect(now, "nothing lost, nothing added").toEqual(before.snapshot);
  await theCopyIsWhole(page, now);
  const line = `R14 ${name}: ${before.late.toFixed(0)} ms to the way out, 0 calls and 0 writes after it`;
  testInfo.annotations.push({ type: "figure", description: line });
  console.log(line);
}

async function theCopyIsWhole(page, first) {
  const second = await page.evaluate(
    () =>
      new Promise((tell) => {
        const request = indexedDB.open("soepel");
        request.onupgradeneeded = () => request.transaction.abort();
        request.onerror = () => tell({});
        request.onsuccess = () => {
          const store = request.result.transaction("kept").objectStore("kept");
          const [names, texts] = [store.getAllKeys(), store.getAll()];
          texts.onsuccess = () => {
            request.result.close();
            tell(Object.fromEntries(names.result.map((name, place) => [name, texts.result[place]])));
          };
        };
      }),
  );
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  const copy = JSON.parse(await readFile(await (await saved).path(), "utf8"));
  const same = Object.fromEntries(copy.same.map((name) => [name, copy.first[name]]));
  expect({ first: copy.first, second: { ...copy.second, ...same } }).toEqual({ first, second });
  expect(copy.problems).toEqual([]);
}
