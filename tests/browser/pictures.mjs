// The pictures that others show of Soepel: the preview of a link and the screenshots of the install
// dialog in public/screenshots, those of the README and a recording of a session in docs/pictures.
//
//   npm run pictures             after a build; CHROMIUM names the browser, SOEPEL_DIST the folder

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { PNG } from "pngjs";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";
import { encode } from "../../scripts/lib/png.mjs";
import { serve } from "../../scripts/static-server.mjs";
import { planned, settled } from "./person.js";

const DIST = process.env.SOEPEL_DIST ?? "dist";
const PHONE = { width: 360, height: 740 };
const SCREEN = { width: 1280, height: 800 };
/** A picture of the recording, in milliseconds of the session. */
const STEP = 250;

const server = await serve({ folder: DIST, port: 0 });
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
for (const folder of ["public/screenshots", "docs/pictures"]) await mkdir(folder, { recursive: true });

await preview();
await forInstalling("narrow", PHONE);
await forInstalling("wide", SCREEN);
await forReading();
await browser.close();
server.close();

async function look(page) {
  return PNG.sync.read(await page.screenshot({ animations: "disabled" }));
}

async function keep(path, ...pictures) {
  const bytes = encode(pictures, STEP);
  await writeFile(path, bytes);
  console.log(`${path}: ${(bytes.length / 1024).toFixed(0)} KB`);
}

/** The mark, the name and a figure, in the colours of the app. */
async function preview() {
  const mark = await readFile("public/icons/soepel.svg", "utf8");
  const styles = await readFile(`${DIST}/lezen/style.css`, "utf8");
  const exercise = await readFile(`${DIST}/lezen/oefeningen/iliopsoas-lunge-kneeling.html`, "utf8");
  const figure = exercise.match(/<svg class="figure".*?<\/svg>/gs).at(-1);
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
  await page.setContent(`<!doctype html><style>${styles}
    @layer utilities {
      body { max-inline-size: none; block-size: 630px; padding: 64px 72px; display: grid;
        grid-template-columns: 1fr 470px; gap: 40px; align-items: center; }
      .mark svg { inline-size: 132px; }
      h1 { font-size: 104px; margin-block: 28px 12px; }
      p { font-size: 36px; line-height: 1.35; margin: 0; text-wrap: balance; }
      .figure { --figure-max-size: 430px; }
    }</style>
    <div><div class="mark">${mark}</div><h1>Soepel</h1>
    <p>Korte oefeningen voor je heupen en onderrug, stap voor stap</p></div>${figure}`);
  await keep("public/screenshots/preview.png", await look(page));
  await page.close();
}

async function somebody(viewport, more = {}) {
  const context = await browser.newContext({
    viewport,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    colorScheme: "light",
    // A phone has no bars beside what scrolls.
    isMobile: viewport === PHONE,
    hasTouch: viewport === PHONE,
    ...more,
  });
  await context.addInitScript((values) => {
    if (localStorage.length > 0) return;
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, { ...settled(), ...planned() });
  const page = await context.newPage();
  await page.clock.install({ time: new Date("2026-11-23T08:00:00+01:00") });
  await page.goto(site);
  await page.locator("html[data-app-ready]").waitFor();
  return page;
}

async function go(page, route) {
  await page.evaluate((route) => (location.hash = route), route);
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.clock.runFor(400);
}

/** A session of pressing and relaxing, begun and stopped in time `seconds` after its start. */
async function session(page, seconds) {
  await go(page, "/sessie/P1-B-pnf/check");
  const groups = page.getByRole("main").getByRole("group");
  await groups.first().waitFor();
  for (const group of await groups.all()) {
    const none = group.getByRole("radio", { name: /^(0|Nee)$/ });
    if (await none.count()) await none.first().check({ force: true });
  }
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("button", { name: "Pauze" }).waitFor();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 500));
  for (let left = seconds; left > 0; left -= 20) await page.clock.fastForward(Math.min(left, 20) * 1000);
  await page.clock.runFor(500);
}

async function forInstalling(form, viewport) {
  const page = await somebody(viewport);
  await page.clock.runFor(400);
  await keep(`public/screenshots/${form}-vandaag.png`, await look(page));
  await go(page, "/oefeningen/iliopsoas-lunge-kneeling");
  await keep(`public/screenshots/${form}-oefening.png`, await look(page));
  await session(page, 216);
  await keep(`public/screenshots/${form}-sessie.png`, await look(page));
  await page.context().close();
}

/** Vandaag and an exercise by day, a session by night, and the session as it goes. */
async function forReading() {
  const day = await somebody(PHONE, { deviceScaleFactor: 1.5 });
  await day.clock.runFor(400);
  await keep("docs/pictures/vandaag.png", await look(day));
  await go(day, "/oefeningen/iliopsoas-lunge-kneeling");
  await keep("docs/pictures/oefening.png", await look(day));
  await day.context().close();

  const night = await somebody(PHONE, { deviceScaleFactor: 1.5, colorScheme: "dark" });
  await session(night, 216);
  await keep("docs/pictures/sessie.png", await look(night));
  await night.context().close();

  const filmed = await somebody(PHONE);
  await session(filmed, 198);
  const pictures = [];
  for (let shown = 0; shown < 36_000; shown += STEP) {
    await filmed.clock.runFor(STEP);
    pictures.push(await look(filmed));
  }
  await keep("docs/pictures/session.png", ...pictures);
  await filmed.context().close();
}
