// What Soepel weighs and how fast it is: one line each, with its bound. A line that is out of
// bounds fails the whole.

import { readdir, readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";
import { keeping } from "./bench-keeping.mjs";
import { listen } from "./ear.js";
import { open, Site } from "./fixtures.js";
import { check, keep, seal, settled } from "./person.js";

const failed = [];

function line(name, value, unit, bound) {
  const text = `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  console.log(`${name.padEnd(52)} ${text.padStart(10)}   at most ${bound} ${unit}`);
  if (!(value <= bound)) failed.push(name);
}

async function weight() {
  const names = await readdir("dist");
  const wasm = await readFile(`dist/${names.find((name) => name.endsWith(".wasm"))}`);
  line("the program", wasm.length / 1024, "KB", 4096);
  line("the program, over the line (Brotli)", brotliCompressSync(wasm).length / 1024, "KB", 1024);
}

/** A routine of one's own of three quarters of an hour, half of it in tempo. */
function routine(id) {
  const blocks = [];
  const march = { exercise: "warm-up-march", mode: "timed", duration: 180 };
  for (let round = 0; round < 2; round += 1) {
    blocks.push(
      march,
      { exercise: "glute-bridge", mode: "reps", sets: 3, reps: 12 },
      { exercise: "iliopsoas-half-kneeling", mode: "static" },
      { exercise: "good-morning", mode: "reps", sets: 3, reps: 12 },
      march,
    );
  }
  const body = { between: 15, blocks, name: "Drie kwartier" };
  const record = { body, id, kind: "routine", rev: 1, updated: 1_795_345_200_000, v: 1 };
  return { [`soepel.p0.k.routine.${id}.1`]: seal(record) };
}

async function track(browser, site) {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
  const id = `${"0".repeat(25)}7`;
  await keep(context, { ...settled(), ...routine(id) });
  await context.addInitScript(listen);
  const page = await context.newPage();
  await page.addInitScript(() => {
    addEventListener("click", () => (ear.pressed = performance.now()), { capture: true });
    ear.long = [];
    new PerformanceObserver((list) => {
      ear.long.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
  });
  await open(page, site, `#/routines/${id}`);
  await page.getByRole("link", { name: /Start deze routine/ }).click();
  await check(page);
  await page.waitForFunction(() => ear.files.length > 1 && ear.element.currentTime > 62);
  const found = await page.evaluate(() => ({
    pressed: ear.pressed,
    files: ear.files.map(({ at, blob }) => ({ at, size: blob.size })),
    lasts: ear.places[0].duration,
  }));
  const [first, whole] = found.files;
  console.log(`a routine of ${(found.lasts / 60).toFixed(0)} minutes: its cue track`);
  line("  press to a first file that plays", first.at - found.pressed, "ms", 200);
  line("  press to the whole file", whole.at - found.pressed, "ms", 2000);
  line("  the whole file", whole.size / 1024, "KB", 4096);
  if (!(first.at < whole.at)) failed.push("it plays before it is complete");
  await context.close();
}

const site = await Site.open("dist");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
try {
  await weight();
  await track(browser, site);
  await keeping(browser, site, line);
} finally {
  await browser.close();
  await site.stop();
}
if (failed.length > 0) {
  console.error(`out of bounds: ${failed.join("; ")}`);
  process.exit(1);
}
