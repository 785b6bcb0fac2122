// A session in the browser: to its end, by keyboard alone, through a kill, with the screen read out.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { answerByKeyboard, tabTo } from "./keyboard.js";
import { finished } from "./packed.js";
import { begin, check, forget, keep, kept, pass, playToTheEnd, reached, settled, still } from "./person.js";

const { sessions } = JSON.parse(await readFile("tests/fixtures/durations.json", "utf8"));
const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.beforeEach(async ({ context, page }) => {
  await keep(context, { ...settled(), ...reached() });
  await page.clock.install({ time: MONDAY });
});

// Four at a time, so that two workers share the thirty-two.
for (let first = 0; first < sessions.length; first += 4) {
  const some = sessions.slice(first, first + 4);
  test(`by keyboard alone: ${some.map(({ session }) => session).join(", ")}`, async ({ page, site }) => {
    test.setTimeout(120_000);
    for (const { session, adult_s: planned } of some) {
      await open(page, site, `#/sessie/${session}`);
      // Each as if on another device: what was done an hour ago has its say in what may be done (X14).
      await forget(page);
      await page.reload();
      await tabTo(page, "link", "Start deze sessie");
      await page.keyboard.press("Enter");
      await answerByKeyboard(page);
      await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
      const took = await playToTheEnd(page);
      expect(took).toBeGreaterThanOrEqual(planned - 20);
      expect(took).toBeLessThanOrEqual(planned + 40);
      await tabTo(page, "button", "Bewaren");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
      const record = (await finished(page)).find((one) => one.session === session);
      const outcomes = record.done.flatMap(([, , rows]) => rows.map((row) => row.at(-1)));
      expect(outcomes.every((outcome) => outcome === "d"), JSON.stringify(record.done)).toBe(true);
      expect(record.end).toBe("completed");
      expect(record.active).toBe(planned);
    }
  });
}

test("space pauses, the arrows move, and S asks why", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  await pass(page, 10, 1);
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Verder" })).toBeVisible();
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { name: "Heup naar voren, knielend" })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog", { name: "Waarom stop je?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
});

test("sharp pain ends the session with its advice", async ({ page, site }) => {
  await begin(page, site, "P6-5min");
  await pass(page, 30);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Scherpe pijn" }).click();
  await page.getByRole("button", { name: "Knie" }).click();
  await page.getByRole("button", { name: "Links" }).click();
  await expect(page.getByRole("heading", { name: "Klaar" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("Scherpe pijn");
});

test("time spent paused does not count", async ({ page, site }) => {
  await begin(page, site, "P6-2min");
  await pass(page, 30);
  await page.getByRole("button", { name: "Pauze" }).click();
  await expect(page.getByRole("button", { name: "Verder", exact: true })).toBeVisible();
  const left = await page.locator(".player__left").textContent();
  await page.clock.fastForward("30:00");
  await expect(page.locator(".player__left")).toHaveText(left);
});

test("after a long sleep one question is asked, and nothing is credited unasked", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  await pass(page, 20);
  await page.clock.fastForward("30:00");
  const question = page.getByRole("dialog", { name: /Je was .* weg/ });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Nee, niet gedaan" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("heading", { name: "Heup naar voren, knielend" })).toBeVisible();
});

test("a killed page offers to go on at the same phase, whatever the phase", async ({ context, page, site }) => {
  test.setTimeout(120_000);
  await begin(page, site, "P1-C-pnf");
  let current = page;
  await still(current);
  const seen = new Set();
  for (let round = 0; round < 16; round += 1) {
    const before = await phase(current);
    seen.add(before.join(" / "));
    await current.close();
    current = await context.newPage();
    await current.clock.install({ time: new Date(MONDAY.getTime() + (round + 1) * 600_000) });
    await open(current, site);
    await current.getByRole("button", { name: "Verdergaan" }).click();
    await still(current);
    expect(await name(current)).toEqual(before[0]);
    await current.getByRole("button", { name: "Verder", exact: true }).click();
    expect(await phase(current)).toEqual(before);
    await pass(current, (await secondsLeft(current)) + 1);
    if (!(await current.getByRole("button", { name: "Pauze" }).isVisible())) break;
  }
  expect(seen.size, [...seen].join("\n")).toBeGreaterThan(8);
});

test("a page that crashes in the middle of a repetition comes back at that part of it", async ({ context, page, site }) => {
  await begin(page, site, "P5-L1");
  for (let skipped = 0; skipped < 3; skipped += 1) {
    await page.getByRole("button", { name: "Oefening overslaan" }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Knie zijwaarts optillen");
  await still(page);
  const parts = new Set();
  for (let second = 0; second < 60 && parts.size < 4; second += 1) {
    await page.clock.fastForward(1000);
    parts.add((await phase(page)).at(-1));
  }
  const before = await phase(page);
  await page.goto("chrome://crash").catch(() => {});
  await page.close();
  const again = await context.newPage();
  await again.clock.install({ time: new Date(MONDAY.getTime() + 600_000) });
  await open(again, site);
  await again.getByRole("button", { name: "Verdergaan" }).click();
  await still(again);
  await again.getByRole("button", { name: "Verder", exact: true }).click();
  expect(await phase(again)).toEqual(before);
});

test("whoever leaves the player finds the way back on Vandaag, with time standing still", async ({ page, site }) => {
  await begin(page, site, "P6-2min");
  await pass(page, 10);
  await still(page);
  const before = await phase(page);
  await page.goBack();
  await page.evaluate(() => (location.hash = "#/"));
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  await page.clock.fastForward("20:00");
  await page.getByRole("link", { name: "Verdergaan" }).click();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  expect(await phase(page)).toEqual(before);
});

test("a session that was left can be kept as far as it went, or dropped", async ({ context, page, site }) => {
  await begin(page, site, "P1-B");
  await page.keyboard.press("ArrowRight");
  await pass(page, 60);
  await page.close();
  const again = await context.newPage();
  await again.clock.install({ time: MONDAY });
  await open(again, site);
  await again.getByRole("button", { name: "Bewaren wat ik deed" }).click();
  await expect(again.getByRole("heading", { name: "Klaar" })).toBeVisible();
  expect(Object.keys(await kept(again)).filter((key) => key.includes(".j."))).toEqual([]);
});

test("a screen reader hears phases, not seconds", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  const status = page.locator("p[role=status][aria-live]");
  const heard = [];
  let last = "";
  for (let second = 0; second < 60; second += 1) {
    await page.clock.fastForward(1000);
    const now = await status.textContent();
    if (now !== last) heard.push(now);
    last = now;
  }
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.length, heard.join("\n")).toBeLessThan(8);
});

test("pain of 6 or more today closes the session but not the movement break", async ({ page, site }) => {
  await open(page, site, "#/sessie/P1-B/check");
  await check(page, { pain: 7 });
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("link", { name: /beweegpauze/ }).click();
  await expect(page.getByRole("link", { name: "Start deze sessie" })).toBeVisible();
});

function name(page) {
  return page.getByRole("heading", { level: 1 }).textContent();
}

/** What the ring shows, in seconds. */
async function secondsLeft(page) {
  const shown = await page.locator(".ring__number").textContent();
  return shown.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The exercise, the side and the word for what there is to do. */
async function phase(page) {
  const side = page.locator(".tag--side");
  const word = await page.locator(".player__cue .phase").textContent();
  return [await name(page), (await side.count()) ? await side.textContent() : "", word.trim()];
}
