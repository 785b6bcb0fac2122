// R8: how long it takes to keep ten thousand sessions: to start with them, to write one more, to
// take them along and bring them back. At full speed and as on a phone that is six times slower.

import { readFile } from "node:fs/promises";
import { open } from "./fixtures.js";
import { stored } from "./packed.js";
import { begin, settled } from "./person.js";

const SESSIONS = 10_000;
/** Five Mi of code units, names and texts together. */
const QUOTA = 5 * 1024 * 1024;

/** What a short session of every day holds; tests/journeys/room.rs counts those of the catalogue. */
const EXERCISES = ["iliopsoas-half-kneeling", "glute-bridge"];

function id(index) {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let rest = "";
  for (let left = index + 1; left > 0; left = Math.floor(left / 32)) rest = digits[left % 32] + rest;
  return `01M81EKCW1${rest.padStart(16, "0")}`;
}

/** Two exercises on two sides, four times a day, up to yesterday. */
function history(count) {
  const values = {};
  for (let index = 0; index < count; index += 1) {
    const start = Date.now() - 86_400_000 - index * 21_600_000;
    const day = new Date(start).toISOString().slice(0, 10);
    const done = EXERCISES.map((exercise) => [exercise, "static", [["l", 3, 3, 60, "d"], ["r", 3, 3, 60, "d"]]]);
    const record = { active: 1200, app: "0.1.0", change: 1, day, done, end: "completed", id: id(index), kind: "session", offset: 60,
      pain_before: 1, rev: 1, session: "P1-A", start, updated: start + 1_500_000, v: 1, zone: "Europe/Amsterdam" };
    Object.assign(values, stored(record));
  }
  return values;
}

/** `line` prints a figure and holds it to its bound. */
export async function keeping(browser, site, line) {
  const values = { ...settled(), ...history(SESSIONS) };
  const size = Object.entries(values).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  console.log(`${SESSIONS} sessions kept`);
  console.log(`  ${Math.round(size / SESSIONS)} characters each, ${Math.round((100 * size) / QUOTA)} % of the room of localStorage`);
  await speeds(browser, site, values, 1, line);
  await speeds(browser, site, values, 6, line);
}

async function speeds(browser, site, values, slower, line) {
  const few = await start(browser, site, settled(), slower);
  await few.context.close();
  const { context, page, took } = await start(browser, site, values, slower);
  const as = `at ${slower}×`;
  line(`  more time to start than with none, ${as}`, took - few.took, "ms", slower === 1 ? 150 : 900);
  line(`  the whole start, ${as}`, took, "ms", slower === 1 ? 1500 : 6000);

  await begin(page, site, "P1-B");
  await page.locator(".player").waitFor();
  await page.evaluate(() => (window.written = []));
  for (let press = 0; press < 100 && (await page.locator(".player").isVisible()); press += 1) {
    await page.keyboard.press(press % 3 === 2 ? "ArrowLeft" : "ArrowRight");
  }
  const written = (await page.evaluate(() => window.written)).sort((one, other) => one - other);
  line(`  one text more, 95 of 100 (${written.length}), ${as}`, written[Math.floor(written.length * 0.95)], "ms", 2);
  if (slower === 1) await along(page, site, line);
  await context.close();
}

async function start(browser, site, values, slower) {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${site.url}timer.js`);
  await page.evaluate((values) => Object.assign(localStorage, values), values);
  await page.addInitScript(() => {
    window.written = [];
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...rest) {
      const from = performance.now();
      set.apply(this, rest);
      written.push(performance.now() - from);
    };
    new MutationObserver((_, observer) => {
      if (!("appReady" in document.documentElement.dataset)) return;
      window.ready = performance.now();
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true });
  });
  const cdp = await context.newCDPSession(page);
  // Once for what a browser keeps of a program that it has seen.
  await open(page, site);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const took = [];
  for (let round = 0; round < 3; round += 1) {
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.waitForFunction(() => window.ready);
    took.push(await page.evaluate(() => window.ready));
  }
  return { context, page, took: took.sort((one, other) => one - other)[1] };
}

/** Out as a file, everything away, and in again. */
async function along(page, site, line) {
  await page.goto("about:blank");
  await open(page, site, "#/instellingen/gegevens");
  let from = Date.now();
  const download = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Exporteer alles" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const out = Date.now() - from;
  await page.getByRole("button", { name: "Wis alles" }).click();
  await page.getByRole("button", { name: "Ja, wis alles" }).click();
  await page.getByText("Alles is gewist").or(page.locator(".toast")).first().waitFor();
  from = Date.now();
  await page.locator("#import-file").setInputFiles({ name: "soepel.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Zet terug" }).click({ timeout: 60_000 });
  await page.waitForFunction((count) => Object.keys(localStorage).filter((name) => name.includes(".s.")).length === count, SESSIONS, { timeout: 60_000 });
  line("  out as a file and in again", (out + Date.now() - from) / 1000, "s", 3);
}
