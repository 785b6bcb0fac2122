// A picture of every screen, at two widths and in both themes, in screenshots/.
//
//   npm run screenshots          after a build; CHROMIUM names the browser

import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";
import { serve } from "../../scripts/static-server.mjs";
import { planned, settled } from "./person.js";

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const PAGES = {
  today: "/",
  questions: "/vragen",
  safety: "/veilig",
  wishes: "/wat-wil-je",
  plan: "/plan",
  programme: "/programma/P1",
  session: "/sessie/P1-B",
  check: "/sessie/P1-B/check",
  tests: "/tests",
  test: "/tests/hip-check",
  routines: "/routines",
  "new-routine": "/routines/nieuw",
  library: "/oefeningen",
  exercise: "/oefeningen/iliopsoas-lunge-kneeling",
  reading: "/uitleg",
  chapter: "/uitleg/stretching",
  rules: "/bronnen",
  glossary: "/begrippen",
  workday: "/werkdag",
  print: "/print/P4",
  decisions: "/besluiten",
  comparing: "/vergelijken",
  help: "/helpt-het",
  insight: "/inzicht",
  history: "/geschiedenis",
  add: "/geschiedenis/nieuw",
  settings: "/instellingen",
  keeping: "/instellingen/gegevens",
  health: "/instellingen/gegevens/gezondheid",
  about: "/over",
  unknown: "/nergens",
};

const server = await serve({ folder: "dist", port: 0 });
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
await mkdir("screenshots", { recursive: true });
for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    await pictures(viewport, colorScheme);
  }
}
await browser.close();
server.close();

async function pictures(viewport, colorScheme) {
  const options = { viewport, colorScheme, locale: "nl-NL", timezoneId: "Europe/Amsterdam" };
  const take = (page, name, fullPage = true) =>
    page.screenshot({ path: `screenshots/${viewport.width}-${colorScheme}-${name}.png`, fullPage });

  const stranger = await browser.newContext(options);
  const welcome = await stranger.newPage();
  await welcome.goto(site);
  await welcome.locator("html[data-app-ready]").waitFor();
  await take(welcome, "welcome");
  await stranger.close();

  const context = await browser.newContext(options);
  await context.addInitScript((values) => {
    if (localStorage.length > 0) return;
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, { ...settled(), ...planned() });
  const page = await context.newPage();
  await page.clock.install({ time: new Date("2026-11-23T08:00:00+01:00") });
  await page.goto(site);
  await page.locator("html[data-app-ready]").waitFor();
  for (const [name, route] of Object.entries(PAGES)) {
    await go(page, route);
    await take(page, name);
  }
  await player(page, take);
  await context.close();
}

async function go(page, route) {
  await page.evaluate((route) => {
    location.hash = route;
  }, route);
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForTimeout(150);
}

/** A session from its first second to its end, and what the history then shows. */
async function player(page, take) {
  await go(page, "/sessie/P1-B-pnf/check");
  // No pain, nothing new, no sport, whatever is asked before this session.
  const groups = page.getByRole("main").getByRole("group");
  await groups.first().waitFor();
  for (const group of await groups.all()) {
    const none = group.getByRole("radio", { name: /^(0|Nee)$/ });
    if (await none.count()) await none.first().check({ force: true });
  }
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("button", { name: "Pauze" }).waitFor();
  const shot = async (name, seconds) => {
    await page.clock.fastForward(seconds * 1000);
    await page.waitForTimeout(300);
    await take(page, name, false);
  };
  await shot("player-ready", 2);
  await shot("player-move", 60);
  await shot("player-transition", 130);
  await shot("player-press", 22);
  await shot("player-relax", 9);
  await shot("player-switch", 44);
  await page.getByRole("button", { name: "Pauze" }).click();
  await take(page, "player-paused", false);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.waitForTimeout(300);
  await take(page, "player-stop", false);
  await page.getByRole("button", { name: "Scherpe pijn" }).click();
  await take(page, "player-where", false);
  await page.getByRole("button", { name: "Toch verder" }).click();
  await page.getByRole("button", { name: /^Vloerstand/ }).click();
  await page.waitForTimeout(300);
  await take(page, "player-floor", false);
  await page.getByRole("button", { name: "Gewoon scherm" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "Ik wil gewoon afronden" }).click();
  await page.getByRole("heading", { name: "Klaar" }).waitFor();
  await take(page, "finish");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await go(page, "/geschiedenis");
  await take(page, "history-one");
  await page.getByRole("link", { name: /Voorkant heup/ }).first().click();
  await page.locator("h1").waitFor();
  await take(page, "record");
}
