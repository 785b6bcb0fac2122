// The first hour with Soepel: the questions, what the hips lack, a plan that begins there, and what
// a red answer closes. At phone size, in Dutch.

import { expect, open, test } from "./fixtures.js";
import { check, choose } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
/** Somebody reads so many words a minute, and needs so long for a tap. */
const WORDS_A_MINUTE = 200;
const SECONDS_A_TAP = 1.5;

test.use({ viewport: { width: 360, height: 740 } });

test("from the first visit to the first exercise in under 4 minutes and 40 taps", async ({ page, site }) => {
  test.setTimeout(120_000);
  await page.clock.install({ time: MONDAY });
  await open(page, site);
  const taken = { taps: 0, words: 0, seen: new Set() };
  const read = (whole = true) => countWords(page, taken, whole);
  await page.exposeFunction("tapped", () => (taken.taps += 1));
  // A press on a label reaches its radio button as a second click, which nobody made.
  await page.evaluate(() => document.addEventListener("pointerdown", () => window.tapped(), true));

  await read();
  await tap(page.getByText("18 t/m 64"));
  await tap(page.getByRole("button", { name: "Begrepen, verder" }));
  await throughTheQuestions(page, read);
  await read(false);
  await tap(page.getByRole("link", { name: "Verder", exact: true }));
  await expect(page.getByRole("heading", { name: "Wat wil je?" })).toBeVisible();
  await read();
  await tap(page.getByRole("button", { name: "Soepelere heupen" }));
  await tap(page.getByRole("button", { name: "Laat mijn eerste sessie zien" }));
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  await read(false);
  await tap(page.getByRole("link", { name: /^Start: / }).first());
  await expect(page.getByRole("group", { name: /hoeveel pijn/i })).toBeVisible();
  await read();
  await check(page);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();

  const seconds = (taken.words / WORDS_A_MINUTE) * 60 + taken.taps * SECONDS_A_TAP;
  test.info().annotations.push({ type: "first run", description: `${taken.taps} taps, ${taken.words} words, ${Math.round(seconds)} s` });
  console.log(`first run: ${taken.taps} taps, ${taken.words} words, ${Math.round(seconds)} s`);
  expect(taken.taps).toBeGreaterThan(8);
  expect(taken.taps).toBeLessThan(40);
  expect(seconds).toBeLessThan(240);
});

test("limited rotation on the left opens the plan with rotation, left first, and it says why", async ({ page, site }) => {
  test.setTimeout(120_000);
  await page.clock.install({ time: MONDAY });
  await open(page, site);
  await choose(page, "Hoe oud ben je?", "18 t/m 64");
  await page.getByRole("button", { name: "Begrepen, verder" }).click();
  await throughTheQuestions(page);
  await page.getByRole("link", { name: "Verder", exact: true }).click();
  await page.getByRole("button", { name: "Soepelere heupen" }).click();
  await page.getByRole("button", { name: "Laat mijn eerste sessie zien" }).click();
  await page.getByRole("link", { name: /Zelftests/ }).click();
  await page.getByRole("link", { name: /Heupcheck/ }).click();
  await page.getByRole("button", { name: /^Begin/ }).click();
  for (let step = 1; step <= 12; step += 1) {
    await expect(page.getByText(`${step} van 12`)).toBeVisible();
    await hipStep(page, step === 1 ? /Minder dan een derde/ : null);
  }
  await expect(page.getByText(/Eerst rotatie|Eerst draaien/).first()).toBeVisible();
  await expect(page.getByText(/Begin links/)).toBeVisible();

  await open(page, site, "#/plan");
  await expect(page.locator("main")).toContainText(/draaien/i);
  await expect(page.getByRole("button", { name: /R1\.11/ }).first()).toBeVisible();
  await open(page, site);
  const start = page.getByRole("link", { name: /^Start: / }).first();
  await start.click();
  await check(page);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  for (let skipped = 0; skipped < 8 && (await page.locator(".tag--side").count()) === 0; skipped += 1) {
    await page.getByRole("button", { name: "Oefening overslaan" }).click();
  }
  await expect(page.locator(".tag--side")).toHaveText("Linkerkant");
});

test("trouble with peeing leads to the stop page, and nothing opens until somebody is cleared", async ({ page, site }) => {
  await page.clock.install({ time: MONDAY });
  await open(page, site);
  await choose(page, "Hoe oud ben je?", "18 t/m 64");
  await page.getByRole("button", { name: "Begrepen, verder" }).click();
  const questions = page.getByRole("group", { name: /\?$/ });
  for (let index = 0; index < (await questions.count()); index += 1) {
    const no = questions.nth(index).getByRole("radio", { name: "Nee", exact: true });
    if (await no.count()) await no.check({ force: true });
  }
  await choose(page, /niet goed plassen/, "Ja");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Stop. Dit kan spoed zijn." })).toBeVisible();
  for (const at of ["/", "/sessie/P1-A", "/sessie/P6-2min/check", "/sessie/G-1/check", "/routines", "/bezig"]) {
    await open(page, site, `#${at}`);
    await expect(page.getByRole("link", { name: /^(Start|Begin)/ }), at).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^(Start|Begin)/ }), at).toHaveCount(0);
  }
  await open(page, site, "#/vragen");
  await page.getByRole("button", { name: /arts/ }).first().click();
  await throughTheQuestions(page);
  await open(page, site, "#/sessie/P1-A");
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
});

/** "None of these" for every group that comes. */
async function throughTheQuestions(page, read = async () => {}) {
  for (let group = 1; group <= 5; group += 1) {
    await expect(page.getByText(`Groep ${group} van 5`)).toBeVisible();
    await read();
    await tap(page.getByRole("button", { name: "Geen van deze" }));
  }
  await expect(page.getByRole("heading", { name: "Je kunt beginnen." })).toBeVisible();
}

/** The best answer to everything that is asked of one movement and side, or the one given. */
async function hipStep(page, answer) {
  const heading = await page.getByRole("heading", { level: 2 }).first().textContent();
  for (let asked = 0; asked < 2; asked += 1) {
    const groups = page.getByRole("group", { name: /\?$/ });
    for (let index = 0; index < (await groups.count()); index += 1) {
      const group = groups.nth(index);
      if ((await group.getByRole("radio").count()) < 3 || (await group.locator("input:checked").count())) continue;
      const radio = answer ? group.getByRole("radio", { name: answer }) : group.getByRole("radio").first();
      if (await radio.count()) await radio.first().check({ force: true });
    }
  }
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2 }).first(), heading).not.toHaveText(heading);
}

async function tap(target) {
  await target.scrollIntoViewIfNeeded();
  await target.click();
}

/**
 * Adds the words that can be seen and were not read before: of the whole page where it has to be
 * gone through, else of what stands on the screen. Numbers and marks are no words.
 */
async function countWords(page, taken, whole = true) {
  const lines = await page.evaluate((whole) => {
    const lines = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const { width, height, top, bottom } = range.getBoundingClientRect();
      const shown = width > 2 && height > 2 && walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true });
      if (shown && (whole || (bottom > 0 && top < innerHeight))) lines.push(walker.currentNode.data.trim());
    }
    return lines;
  }, whole);
  for (const line of lines.filter((line) => line && !taken.seen.has(line))) {
    taken.seen.add(line);
    taken.words += line.split(/\s+/).filter((word) => /\p{Letter}/u.test(word)).length;
  }
}
