// R6: a storage that is full, at random points. Nothing old is lost, the session goes to its end, it
// is said at once, an export works; and what is kept is ASCII, because WebKit counts bytes.
//
// SOEPEL_QUOTAS says how many points; SOEPEL_SEED repeats a run.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { Chance, figures, lost, named, times } from "./lab.js";
import { begin, choose, keep, kept, settled } from "./person.js";

const POINTS = times("SOEPEL_QUOTAS", 10);
const EACH = 5;
const MONDAY = new Date("2026-11-23T08:00:00+01:00");
/** The bound is one second on a machine that does nothing else; here others work too. */
const PATIENCE_MS = 15_000;
/** Five Mi of UTF-16 code units, names and texts together. */
const QUOTA = 5 * 1024 * 1024;
const RESERVE = 64 * 1024;
const SESSIONS = ["P6-5min", "P1-A", "P1-B", "P3-1"];

for (let first = 1; first <= POINTS; first += EACH) {
  const last = Math.min(POINTS, first + EACH - 1);
  test(`R6: full at points ${first} to ${last}`, async ({ context, page, site }) => {
    test.setTimeout(60_000 + EACH * 60_000);
    await keep(context, settled());
    await page.clock.install({ time: MONDAY });
    const chance = new Chance(`points ${first} to ${last}`);
    const told = [];
    let spared = 0;
    for (let point = first; point <= last; point += 1) {
      const from = await fullAt(page, site, chance);
      if (from === null) spared += 1;
      else told.push(from);
    }
    console.log(`R6 points ${first} to ${last}: 0 lost; ${spared} kept in the reserve; it was said after ${figures(told, "ms")}`);
  });
}

/** One session with a storage that fills up at some moment; returns how long it took to be told. */
async function fullAt(page, site, chance) {
  await begin(page, site, chance.of(SESSIONS));
  await expect(page.locator(".player")).toBeVisible();
  for (let presses = chance.between(0, 4); presses > 0; presses -= 1) await page.keyboard.press("ArrowRight");
  await expect(page.locator(".player"), "it has not ended yet").toBeVisible();
  const before = await kept(page);
  expect(before["soepel.p0.rsv"]?.length, "the reserve is there").toBe(RESERVE);

  // Nothing is left, or less than any text that is kept; and the reserve may be gone already.
  const withReserve = chance.percent(50);
  await fill(page, chance.of([0, 0, 20, 50, 100]), !withReserve);
  const over = page.getByRole("heading", { name: "Klaar", exact: true });
  const alert = page.getByRole("alert");
  let told = null;
  for (let presses = 0; !(await over.isVisible()); presses += 1) {
    expect(presses, "the session does not end").toBeLessThan(400);
    const from = Date.now();
    await page.keyboard.press("ArrowRight");
    if (told === null && (await alert.count()) > 0) told = Date.now() - from;
  }
  if (withReserve) {
    await expect(alert, "nothing needs to be said").toHaveCount(0);
    const after = await kept(page);
    expect(after["soepel.p0.rsv"], "the reserve was used").toBe(undefined);
    expect(Object.keys(named(after, "s")).length).toBe(Object.keys(named(before, "s")).length + 1);
    told = null;
  } else {
    const from = Date.now();
    await expect(alert.first()).toContainText("vol", { timeout: PATIENCE_MS });
    told ??= Date.now() - from;
  }
  await choose(page, /Hoe voel je je/, /iets beter/);
  await page.locator("#note").fill("Vol 🙂 één, ﷺ 中文");
  await page.getByRole("button", { name: "Bewaren" }).click();
  expect(lost(named(before, "s", "set", "scr"), await kept(page)), "what was there is there").toEqual([]);

  const file = await exported(page);
  const sessions = JSON.parse(file).records.filter(({ kind }) => kind === "session");
  expect(sessions.length, "the export has it all").toBe(Object.keys(named(before, "s")).length + 1);
  expect(sessions.some(({ note }) => note?.includes("🙂"))).toBe(true);

  // Room is made, and everything is kept after all.
  await page.evaluate(() => localStorage.removeItem("elsewhere"));
  if (await page.getByRole("button", { name: "Opnieuw proberen" }).isVisible()) {
    await page.getByRole("button", { name: "Opnieuw proberen" }).click();
  }
  await expect(alert).toHaveCount(0);
  await page.goto("about:blank");
  await open(page, site);
  const after = await kept(page);
  expect(Object.keys(named(after, "s")).length).toBe(sessions.length);
  expect(named(after, "j")).toEqual({});
  for (const [name, text] of Object.entries(after)) expect(/^[\x20-\x7e]*$/.test(name + text), `${name} is ASCII`).toBe(true);
  return told;
}

/** Fills what is left of the room, but for so many characters. */
async function fill(page, left, giveUpReserve) {
  await page.evaluate(([left, giveUpReserve, quota]) => {
    if (giveUpReserve) {
      localStorage.removeItem("soepel.p0.rsv");
      // The app hears of it as of any other tab.
      dispatchEvent(new StorageEvent("storage", { key: "soepel.p0.rsv", newValue: null }));
    }
    const used = Object.entries(localStorage).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    localStorage.setItem("elsewhere", "x".repeat(quota - used - "elsewhere".length - left));
  }, [left, giveUpReserve, QUOTA]);
}

async function exported(page) {
  await page.evaluate(() => (location.hash = "/instellingen/gegevens"));
  const download = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Exporteer alles" }).click();
  return readFile(await (await download).path(), "utf8");
}
